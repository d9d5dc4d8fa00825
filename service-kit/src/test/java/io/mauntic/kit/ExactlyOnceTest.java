package io.mauntic.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every effect happens once: over crashes of the relay, second deliveries, bad neighbours and
 * repeated requests.
 */
@QuarkusTest
@WithComponents
class ExactlyOnceTest {

    @Test
    void
            a_relay_killed_between_the_brokers_acknowledgement_and_its_commit_leaves_every_effect_done_once() {
        OrganizationId organization = TestOrganizations.next();
        // The rows are deleted after the acknowledgement and before the commit: there the relay's
        // connection dies, three times in a row.
        TestDatabase.execute(
                """
                create sequence kit.crash_seq;
                grant usage on sequence kit.crash_seq to kit_app;
                create function kit.crash() returns trigger language plpgsql as $$
                begin
                    if nextval('kit.crash_seq') <= 3 then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return null;
                end $$;
                create trigger crash after delete on kit.outbox for each statement execute function kit.crash();
                """);
        try {
            write(organization, "once", null);

            List<EventProbe.Seen> published =
                    EventProbe.awaitRecords("kit.events", organization, "NoteWritten", 4);
            assertThat(published)
                    .hasSize(4)
                    .extracting(EventProbe.Seen::id)
                    .containsOnly(published.getFirst().id());
        } finally {
            TestDatabase.execute(
                    "drop trigger crash on kit.outbox; drop function kit.crash(); drop sequence kit.crash_seq");
        }
        Eventually.until("the outbox is empty", () -> outbox(organization) == 0);
        sentinel(organization);
        assertThat(notes(organization, "echo: once")).isEqualTo(1);
    }

    @Test
    void a_second_delivery_changes_nothing() {
        OrganizationId organization = TestOrganizations.next();
        UUID id = UUID.randomUUID();

        for (int i = 0; i < 5; i++) {
            EventProbe.publish(
                    id, "kit.events", organization, "NoteHeard", 1, JsonObject.of("text", "twice"));
            EventProbe.publish(
                    id,
                    "kit.events.bulk",
                    organization,
                    "NoteHeard",
                    1,
                    JsonObject.of("text", "twice"));
        }

        sentinel(organization);
        assertThat(notes(organization, "echo: twice")).isEqualTo(1);
    }

    @Test
    void an_unreadable_record_holds_nobody_up() {
        OrganizationId organization = TestOrganizations.next();

        EventProbe.publishRaw("kit.events", "NoteHeard", "{ not json");

        sentinel(organization);
    }

    @Test
    void a_request_repeated_with_its_idempotency_key_takes_effect_once_and_gets_the_first_answer() {
        OrganizationId organization = TestOrganizations.next();

        int first = write(organization, "kept", "key-1");
        int second = write(organization, "kept", "key-1");

        assertThat(second).isEqualTo(first);
        assertThat(notes(organization, "kept")).isEqualTo(1);
    }

    @Test
    void an_idempotency_key_of_another_request_is_a_conflict() {
        OrganizationId organization = TestOrganizations.next();
        write(organization, "kept", "key-1");

        given().auth()
                .oauth2(TestTokens.of(organization, "kit:notes:write"))
                .header("Idempotency-Key", "key-1")
                .contentType("application/json")
                .body("{\"text\": \"another\"}")
                .post("/api/kit/notes")
                .then()
                .statusCode(409)
                .body("code", org.hamcrest.Matchers.equalTo("idempotency-key-reused"));
    }

    @Test
    void idempotency_keys_are_forgotten_after_two_days() {
        OrganizationId organization = TestOrganizations.next();
        int first = write(organization, "kept", "key-2");
        TestDatabase.execute(
                "update kit.timer set due_at = now() where subject = 'key-2' and organization_id = "
                        + organization);
        write(organization, "another", "key-3");

        Eventually.until(
                "the key is forgotten",
                () ->
                        TestDatabase.number(
                                        "select count(*) from kit.idempotency_key where key = 'key-2' and organization_id = "
                                                + organization)
                                == 0);
        assertThat(write(organization, "kept", "key-2")).isNotEqualTo(first);
    }

    private static int write(OrganizationId organization, String text, String key) {
        var request =
                given().auth()
                        .oauth2(TestTokens.of(organization, "kit:notes:write"))
                        .contentType("application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body("{\"text\": \"" + text + "\"}")
                .post("/api/kit/notes")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Waits until both lanes have handled what was published before. */
    private static void sentinel(OrganizationId organization) {
        for (int key = 0; key < 16; key++) {
            EventProbe.publish(
                    "kit",
                    organization,
                    "NoteHeard",
                    key,
                    JsonObject.of("text", "realtime sentinel"));
            EventProbe.publishBulk(
                    "kit", organization, "NoteHeard", key, JsonObject.of("text", "bulk sentinel"));
        }
        Eventually.until(
                "both lanes are idle",
                () ->
                        notes(organization, "echo: realtime sentinel") == 16
                                && notes(organization, "echo: bulk sentinel") == 16);
    }

    private static long outbox(OrganizationId organization) {
        return TestDatabase.number(
                "select count(*) from kit.outbox where organization_id = " + organization);
    }

    private static long notes(OrganizationId organization, String text) {
        return TestDatabase.number(
                "select count(*) from kit.note where organization_id = %s and text = '%s'"
                        .formatted(organization, text));
    }
}
