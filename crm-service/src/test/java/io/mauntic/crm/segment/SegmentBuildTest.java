package io.mauntic.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Builds that are disturbed: by people who change contacts meanwhile, and by connections that
 * break.
 */
@QuarkusTest
@WithComponents
class SegmentBuildTest {

    private static final int CONTACTS = 12_000;

    private final CrmClient crm = CrmClient.ofNewOrganization();
    private final Random random = new Random(7);

    @Test
    void changes_made_during_a_build_are_not_lost() {
        List<Long> contacts = contacts();
        long segment = segment("city", "equals", "Berlin");

        for (int i = 0; i < 40; i++) {
            long contact = contacts.get(random.nextInt(CONTACTS));
            crm.patch(
                            "/api/crm/contacts/" + contact,
                            new JsonObject().put("city", random.nextBoolean() ? "Berlin" : "Paris"))
                    .statusCode(200);
        }
        awaitReady(segment);

        assertMembers(segment, "city = 'Berlin'");
    }

    @Test
    void an_edit_during_a_build_begins_it_anew() {
        contacts();
        long segment = segment("city", "equals", "Berlin");
        crm.patch(
                        "/api/crm/segments/" + segment,
                        new JsonObject().put("filter", filter("city", "equals", "Paris")))
                .statusCode(200);
        awaitReady(segment);

        assertMembers(segment, "city = 'Paris'");
    }

    @Test
    void a_build_goes_on_after_its_connection_broke() {
        contacts();
        long segment = segment("city", "notEquals", "Berlin");
        TestDatabase.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'crm_app'");
        awaitReady(segment);

        assertMembers(segment, "city <> 'Berlin'");
    }

    private void assertMembers(long segment, String condition) {
        String organization = " organization_id = " + crm.organization();
        long expected =
                TestDatabase.number(
                        "select count(*) from crm.contact where "
                                + condition
                                + " and"
                                + organization);
        long wrong =
                TestDatabase.number(
                        "select count(*) from crm.contact c full join (select * from crm.segment_member where segment_id = %d) m on m.contact_id = c.id where (m.contact_id is not null) <> (c.%s) and c.%s"
                                .formatted(segment, condition, organization.strip()));
        assertThat(wrong).isZero();
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.segment_member where segment_id = "
                                        + segment))
                .isEqualTo(expected);
        assertThat(
                        crm.get("/api/crm/segments/{id}", segment)
                                .extract()
                                .jsonPath()
                                .getLong("members"))
                .isEqualTo(expected);
    }

    private List<Long> contacts() {
        TestDatabase.execute(
                """
                insert into crm.contact (organization_id, email, city)
                select %s, 'person' || i || '@build.example', (array['Berlin', 'Paris', 'Rome'])[1 + i %% 3] from generate_series(1, %d) as i
                """
                        .formatted(crm.organization(), CONTACTS));
        String ids =
                TestDatabase.value(
                        "select string_agg(id::text, ',' order by id) from crm.contact where organization_id = "
                                + crm.organization());
        return Stream.of(ids.split(",")).map(Long::valueOf).toList();
    }

    private long segment(String field, String operator, String value) {
        return crm.post(
                        "/api/crm/segments",
                        new JsonObject()
                                .put("name", value)
                                .put("filter", filter(field, operator, value)))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void awaitReady(long segment) {
        Eventually.until(
                "segment is built",
                () ->
                        "ready"
                                .equals(
                                        crm.get("/api/crm/segments/{id}", segment)
                                                .extract()
                                                .path("status")));
    }

    private static JsonObject filter(String field, String operator, String value) {
        return new JsonObject()
                .put(
                        "rules",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("field", field)
                                                .put("operator", operator)
                                                .put("value", value)));
    }
}
