package io.mauntic.identity.directory;

import static io.mauntic.identity.Company.PASSWORD;
import static io.mauntic.identity.Company.address;
import static io.mauntic.identity.Company.person;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.identity.Company;
import io.mauntic.identity.SignIn;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas carry the same user to Keycloak, one of them slowly. */
@QuarkusTest
@WithComponents
class NewestStateTest {

    @Inject Vertx vertx;
    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;
    @Inject DirectoryTasks tasks;
    @Inject DirectoryLoop loop;
    @Inject Directory directory;
    @Inject IdentityEvents events;

    @ConfigProperty(name = "mauntic.keycloak.url")
    String keycloak;

    @ConfigProperty(name = "mauntic.client.secret")
    String secret;

    private KeycloakGate gate;
    private KeycloakRealm behindGate;

    private Company company;
    private String email;
    private long user;

    @BeforeEach
    void hire() throws IOException {
        gate = new KeycloakGate(keycloak);
        behindGate = new KeycloakRealm(gate.url(), secret, vertx);
        company = Company.create();
        email = address("newest");
        user = company.hire(person("Ann Other", email, "reader"));
    }

    @AfterEach
    void close() {
        gate.close();
        behindGate.close();
    }

    @Test
    void the_state_that_came_last_is_what_keycloak_knows_in_the_end() throws Exception {
        CompletableFuture<Boolean> first = slowly("First");
        rename("Second");

        assertThat(run(directory)).isFalse();
        gate.open();
        assertThat(first.get(30, SECONDS)).isTrue();
        directory.settle(company.id, DirectoryKind.USER, user).await().indefinitely();

        assertThat(notes()).isZero();
        assertThat(nameInToken()).isEqualTo("Second Other");
    }

    @Test
    void who_overstays_the_lease_does_not_leave_an_old_state_behind() throws Exception {
        CompletableFuture<Boolean> first = slowly("First");
        TestDatabase.execute(
                "update identity.directory_task set leased_until = now() - interval '1 second' where id = "
                        + user);
        rename("Second");
        assertThat(run(directory)).isTrue();
        assertThat(notes()).isZero();

        gate.open();
        assertThat(first.get(30, SECONDS)).isTrue();
        TestDatabase.execute(
                "update identity.directory_task set due_at = now() where id = " + user);
        loop.wake();

        Eventually.until("the note is gone", () -> notes() == 0);
        assertThat(nameInToken()).isEqualTo("Second Other");
    }

    @Test
    void an_invitation_asked_for_while_another_is_carried_out_is_mailed_too() throws Exception {
        CompletableFuture<Boolean> first = slowly("First");
        TestDatabase.execute(
                "update identity.user_account set invite = true, version = version + 1 where id = "
                        + user);
        note();

        gate.open();
        assertThat(first.get(30, SECONDS)).isTrue();

        assertThat(
                        TestDatabase.number(
                                "select count(*) from identity.user_account where invite and id = "
                                        + user))
                .isEqualTo(1);
        assertThat(notes()).isEqualTo(1);
    }

    private CompletableFuture<Boolean> slowly(String name) throws InterruptedException {
        rename(name);
        CompletableFuture<Boolean> outcome =
                replica(behindGate)
                        .carryOut(new DirectoryTasks.Subject(company.id, DirectoryKind.USER, user))
                        .subscribeAsCompletionStage();
        assertThat(gate.waiting.await(30, SECONDS)).isTrue();
        return outcome;
    }

    private boolean run(Directory replica) {
        return replica.carryOut(new DirectoryTasks.Subject(company.id, DirectoryKind.USER, user))
                .await()
                .indefinitely();
    }

    private Directory replica(KeycloakRealm realm) {
        KeycloakRoles roles = new KeycloakRoles(realm);
        KeycloakGroups groups = new KeycloakGroups(realm);
        KeycloakMemberships memberships = new KeycloakMemberships(realm, roles);
        KeycloakUsers users = new KeycloakUsers(realm, roles, memberships, "http://localhost:8081");
        OrganizationSwitch organizations =
                new OrganizationSwitch(unitOfWork, sql, realm, groups, roles, memberships);
        return new Directory(
                unitOfWork,
                tasks,
                List.of(
                        new UserSync(
                                unitOfWork,
                                sql,
                                tasks,
                                events,
                                realm,
                                groups,
                                roles,
                                users,
                                organizations,
                                "http://localhost:8081")));
    }

    private void rename(String name) {
        TestDatabase.execute(
                "update identity.user_account set name = '%s Other', version = version + 1 where id = %d"
                        .formatted(name, user));
        note();
    }

    private void note() {
        unitOfWork
                .acrossOrganizations(() -> tasks.note(company.id, DirectoryKind.USER, user))
                .await()
                .indefinitely();
    }

    private long notes() {
        return TestDatabase.number(
                "select count(*) from identity.directory_task where id = %d".formatted(user));
    }

    private String nameInToken() {
        return SignIn.person(email, PASSWORD).orElseThrow().getString("name");
    }
}
