package io.mauntic.crm.contact.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.crm.contact.application.ContactListing;
import io.mauntic.crm.contact.infrastructure.ContactListQuery.Statement;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How PostgreSQL answers the lists of an organization with 1,000,000 contacts, as the service. */
@QuarkusTest
@WithComponents
class ContactPlansTest {

    private static final OrganizationId LARGE = TestOrganizations.next();
    private static final Object[] NOTHING = {};

    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;

    @BeforeAll
    static void a_million_contacts() {
        TestDatabase.execute(
                """
                insert into crm.contact (organization_id, firstname, lastname, company, email, points, updated_at)
                select %s, 'First' || i %% 5000, 'Last' || i %% 90000, 'Company ' || i %% 20000, 'person' || i || '@example.com',
                    i %% 1000, now() - i * interval '1 second'
                from generate_series(1, 1000000) as i
                """
                        .formatted(LARGE));
        TestDatabase.execute("analyze crm.contact");
    }

    @ParameterizedTest
    @CsvSource({
        "createdAt, 1792195200000000",
        "updatedAt, 1792195200000000",
        "firstname, first77",
        "lastname, last77",
        "company, company 77",
        "points, 500"
    })
    void each_order_comes_from_its_index_page_by_page_and_by_cursor(String key, String place) {
        String cursor = Cursor.of(place, "5000").toString();

        for (String direction : List.of("asc", "desc")) {
            assertThat(plan(listing(key, direction, null, null))).noneMatch(this::readsMore);
            assertThat(plan(listing(key, direction, cursor, null))).noneMatch(this::readsMore);
        }
    }

    @ParameterizedTest
    @CsvSource({"last77", "person4711@example.com", "first12 last99", "nobody"})
    void a_search_reads_no_table_from_end_to_end(String search) {
        assertThat(plan(listing("createdAt", "desc", null, search)))
                .noneMatch(line -> line.contains("Seq Scan on contact"));
    }

    @Test
    void what_has_no_index_would_be_noticed() {
        List<String> plan =
                plan(new Statement("select id from contact order by city, id limit 20", NOTHING));

        assertThat(plan).anyMatch(this::readsMore);
    }

    private boolean readsMore(String line) {
        return line.contains("Seq Scan on contact") || line.contains("Sort");
    }

    private static Statement listing(String key, String direction, String cursor, String search) {
        return ContactListQuery.statement(
                new ContactListing(1, 20, cursor, search, key, direction, null, null, null), false);
    }

    private List<String> plan(Statement statement) {
        return unitOfWork
                .in(
                        LARGE,
                        () ->
                                sql.list(
                                        "explain " + statement.text(),
                                        row -> row.getString(0),
                                        statement.parameters()))
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
