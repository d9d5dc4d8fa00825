package io.mauntic.identity.directory;

import static io.mauntic.identity.Company.PASSWORD;
import static io.mauntic.identity.Company.address;
import static io.mauntic.identity.Company.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.identity.Company;
import io.mauntic.identity.SignIn;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class DirectoryHealsTest {

    @Inject DirectoryLoop loop;

    /**
     * What a crash between the commit and Keycloak leaves: the row as it shall be, and the note.
     */
    @Test
    void what_a_crash_left_behind_is_carried_out_by_the_loop() {
        Company company = Company.create();
        String email = address("left");
        long id = company.hire(person("Left Behind", email, "reader"));
        assertThat(SignIn.person(email, PASSWORD)).isPresent();

        TestDatabase.execute("update identity.user_account set state = 'BLOCKED' where id = " + id);
        TestDatabase.execute(
                "insert into identity.directory_task (organization_id, kind, id, due_at) values (%s, 'USER', %d, now())"
                        .formatted(company.id, id));
        loop.wake();

        Eventually.until("the note is gone", () -> notes(company) == 0);
        assertThat(SignIn.person(email, PASSWORD)).isEmpty();
    }

    @Test
    void a_user_whom_keycloak_has_but_the_row_does_not_know_is_found_again() {
        Company company = Company.create();
        String email = address("twice");
        long id = company.hire(person("Made Twice", email, "reader"));

        TestDatabase.execute("update identity.user_account set subject = null where id = " + id);
        TestDatabase.execute(
                "insert into identity.directory_task (organization_id, kind, id, due_at) values (%s, 'USER', %d, now())"
                        .formatted(company.id, id));
        loop.wake();

        Eventually.until("the note is gone", () -> notes(company) == 0);
        assertThat(TestDatabase.value("select subject from identity.user_account where id = " + id))
                .isEqualTo(SignIn.person(email, PASSWORD).orElseThrow().getString("sub"));
    }

    private static long notes(Company company) {
        return TestDatabase.number(
                "select count(*) from identity.directory_task where organization_id = "
                        + company.id);
    }
}
