package io.mauntic.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Set-based statements tell as the outbox does: with causes, packed, and nothing too large. */
@QuarkusTest
@WithComponents
class AppendEventsTest {

    @Test
    void each_event_of_a_batch_keeps_the_cause_of_its_key() {
        OrganizationId organization = TestOrganizations.next();
        Map<String, String> asked = new HashMap<>();
        for (int key = 0; key < 50; key++) {
            String id =
                    EventProbe.publishBulk(
                                    "kit", organization, "NoteAsked", key, JsonObject.of("n", key))
                            .toString();
            asked.put(Integer.toString(key), id);
            asked.put("counted " + key, id);
        }

        List<EventProbe.Seen> told =
                Stream.of("NoteAnswered", "NoteCounted")
                        .flatMap(
                                type ->
                                        EventProbe.await(
                                                "kit.events.bulk",
                                                organization,
                                                type,
                                                type.equals("NoteCounted") ? 50 : 100)
                                                .stream())
                        .toList();

        assertThat(told)
                .hasSize(150)
                .allSatisfy(
                        event ->
                                assertThat(List.of(event.correlationId(), event.causationId()))
                                        .containsOnly(asked.get(event.key())));
    }

    @Test
    void a_thousand_events_share_a_row_in_their_order() {
        OrganizationId organization = TestOrganizations.next();

        append(organization, "repeat('x', 10)", 2_500);

        assertThat(rows("event_count")).isEqualTo("1000,1000,500");
        assertThat(rows("events -> 0 ->> 'key'")).isEqualTo("1,1001,2001");
        assertThat(rows("json_array_length(events)")).isEqualTo("1000,1000,500");
    }

    @Test
    void a_row_holds_about_a_megabyte_however_few_events_that_are() {
        OrganizationId organization = TestOrganizations.next();

        append(organization, "repeat('x', 300000)", 10);

        assertThat(rows("event_count")).isEqualTo("3,3,3,1");
        assertThat(
                        TestDatabase.number(
                                "select sum(octet_length(events::text)) - sum(bytes) - sum(event_count + 1) from kit.appended"))
                .isZero();
    }

    @Test
    void an_event_larger_than_is_allowed_is_refused() {
        OrganizationId organization = TestOrganizations.next();

        assertThatThrownBy(() -> append(organization, "repeat('x', 900000)", 1))
                .hasMessageContaining("is larger than the 900000 that are allowed");
    }

    @Test
    void a_caller_is_told_that_an_event_is_too_large_and_nothing_is_changed() {
        OrganizationId organization = TestOrganizations.next();

        given().auth()
                .oauth2(TestTokens.of(organization, "kit:notes:write"))
                .contentType("application/json")
                .body(JsonObject.of("text", "x".repeat(900_000)).encode())
                .post("/api/kit/notes")
                .then()
                .statusCode(413)
                .body("code", equalTo("event-too-large"));

        assertThat(
                        TestDatabase.number(
                                "select count(*) from kit.note where organization_id = "
                                        + organization))
                .isZero();
    }

    @Test
    void an_event_that_came_out_null_is_an_error_and_is_not_left_out() {
        OrganizationId organization = TestOrganizations.next();

        assertThatThrownBy(() -> append(organization, "case when n <> 2 then 'x' end", 3))
                .hasMessageContaining("An event is null");
    }

    /** Keeps what was appended beside the outbox, where the relay does not find it. */
    private static void append(OrganizationId organization, String text, int events) {
        TestDatabase.execute(
                """
                begin;
                set local search_path = kit, public;
                select append_events(%1$s, 'bulk', null, '{"": ["00000000-0000-0000-0000-000000000001", null, null]}',
                    array_agg(outgoing_event('NoteTold', n::text, '{"text":"' || %2$s || '"}') order by n))
                from generate_series(1, %3$d) as n;
                drop table if exists appended;
                create table appended as select * from outbox where organization_id = %1$s;
                delete from outbox where organization_id = %1$s;
                commit;
                """
                        .formatted(organization, text, events));
    }

    private static String rows(String column) {
        return TestDatabase.value(
                "select string_agg((%s)::text, ',' order by id) from kit.appended"
                        .formatted(column));
    }
}
