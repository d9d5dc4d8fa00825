package io.mauntic.crm.consent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class ConsentsTest {

    private static final String TEXT = "I want the newsletter. I can withdraw at any time.";

    private final CrmClient crm = CrmClient.ofNewOrganization();
    private long contact;
    private String path;

    @BeforeEach
    void contact() {
        contact = crm.contact(Map.of("email", "ada@lovelace.example"));
        path = "/api/crm/contacts/" + contact + "/consents";
    }

    @Test
    void what_was_given_holds_with_its_proof_until_it_is_withdrawn_and_both_are_told() {
        long given =
                crm.post(path, newsletter())
                        .statusCode(201)
                        .body("channel", equalTo("email"))
                        .body("topic", equalTo("newsletter"))
                        .body("state", equalTo("given"))
                        .body("source", equalTo("form"))
                        .body("reference", equalTo("51"))
                        .body("text", equalTo(TEXT))
                        .body("at", equalTo("2026-03-31T09:15:00Z"))
                        .body("recordedAt", notNullValue())
                        .extract()
                        .jsonPath()
                        .getLong("id");
        long withdrawn =
                crm.post(
                                path + "/withdraw",
                                JsonObject.of("channel", "email", "topic", "NEWSLETTER")
                                        .put("at", "2026-04-02T18:00:00+02:00"))
                        .statusCode(201)
                        .body("state", equalTo("withdrawn"))
                        .body("source", equalTo("api"))
                        .body("text", nullValue())
                        .extract()
                        .jsonPath()
                        .getLong("id");

        crm.get(path)
                .statusCode(200)
                .body("current.state", contains("withdrawn"))
                .body("current.topic", contains("newsletter"))
                .body("current.at", contains("2026-04-02T16:00:00Z"))
                .body("items.state", contains("withdrawn", "given"))
                .body("items[1].text", equalTo(TEXT))
                .body("total", equalTo(2));
        assertThat(told("ConsentGiven", 1))
                .containsExactly(
                        JsonObject.of("contactId", contact, "consentId", given, "channel", "email")
                                .put("topic", "newsletter")
                                .put("at", "2026-03-31T09:15:00Z")
                                .put("source", "form")
                                .put("reference", "51")
                                .put("text", TEXT));
        assertThat(told("ConsentWithdrawn", 1))
                .containsExactly(
                        JsonObject.of(
                                        "contactId",
                                        contact,
                                        "consentId",
                                        withdrawn,
                                        "channel",
                                        "email")
                                .put("topic", "newsletter")
                                .put("at", "2026-04-02T16:00:00Z")
                                .put("source", "api"));
        Eventually.asserted(
                () ->
                        crm.get("/api/crm/contacts/" + contact + "/timeline")
                                .body(
                                        "items.type",
                                        containsInAnyOrder(
                                                "ContactCreated",
                                                "ConsentGiven",
                                                "ConsentWithdrawn")));
    }

    @Test
    void what_was_said_earlier_and_is_recorded_later_joins_the_history_and_decides_nothing() {
        crm.post(path + "/withdraw", at("2026-04-02T16:00:00Z")).statusCode(201);
        crm.post(path, at("2026-04-01T16:00:00Z")).statusCode(201);

        crm.get(path)
                .body("current.state", contains("withdrawn"))
                .body("items.state", contains("withdrawn", "given"));
    }

    @Test
    void who_withdraws_everything_on_a_channel_withdraws_its_topics() {
        crm.post(path, newsletter()).statusCode(201);
        crm.post(path, JsonObject.of("channel", "sms", "topic", "newsletter")).statusCode(201);
        crm.post(path + "/withdraw", JsonObject.of("channel", "email")).statusCode(201);

        crm.get(path)
                .body("current.channel", contains("email", "email", "sms"))
                .body("current.topic", contains(null, "newsletter", "newsletter"))
                .body("current.state", contains("withdrawn", "withdrawn", "given"));
    }

    @Test
    void the_same_request_sent_twice_is_recorded_and_told_once() {
        long first = idempotent(path, newsletter(), 201);
        assertThat(idempotent(path, newsletter(), 201)).isEqualTo(first);

        long other = crm.contact(Map.of());
        idempotent("/api/crm/contacts/" + other + "/consents", newsletter(), 409);
        crm.get(path).body("total", equalTo(1));
        crm.post(path + "/withdraw", JsonObject.of("channel", "email")).statusCode(201);
        told("ConsentWithdrawn", 1);
        assertThat(told("ConsentGiven", 1)).hasSize(1);
    }

    @Test
    void the_history_is_read_page_by_page_the_newest_first() {
        for (int day = 1; day <= 5; day++) {
            crm.post(path, at("2026-03-0" + (day == 3 ? 2 : day) + "T00:00:00Z")).statusCode(201);
        }
        List<Long> all = crm.get(path).extract().jsonPath().getList("items.id", Long.class);
        String cursor =
                crm.get(path + "?limit=2")
                        .body("items.id", contains(all.get(0).intValue(), all.get(1).intValue()))
                        .body("totalPages", equalTo(3))
                        .extract()
                        .path("nextCursor");
        cursor =
                crm.get(path + "?limit=2&cursor=" + cursor)
                        .body("items.id", contains(all.get(2).intValue(), all.get(3).intValue()))
                        .extract()
                        .path("nextCursor");
        crm.get(path + "?limit=2&cursor=" + cursor)
                .body("items.id", contains(all.get(4).intValue()))
                .body("nextCursor", nullValue());
        assertThat(all.get(2)).isGreaterThan(all.get(3));
        crm.get(path + "?limit=2&page=3").body("items.id", contains(all.get(4).intValue()));
        crm.get(path + "?cursor=nonsense").statusCode(422);
    }

    @Test
    void what_cannot_be_is_refused_and_leaves_nothing() {
        crm.post(path, JsonObject.of("channel", "pigeon", "source", "rumour"))
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("channel", "source"));
        crm.post(path, new JsonObject())
                .statusCode(422)
                .body("violations.field", contains("channel"));
        crm.post(path, newsletter().put("text", null))
                .statusCode(422)
                .body("violations.field", contains("text"));
        crm.post(path, newsletter().put("at", "2999-01-01T00:00:00Z"))
                .statusCode(422)
                .body("violations.field", contains("at"));
        crm.post(path, newsletter().put("topic", "t".repeat(101))).statusCode(422);
        crm.post(path, newsletter().put("mood", "good")).statusCode(400);
        crm.post(path, newsletter().put("at", "yesterday")).statusCode(400);
        crm.get(path).body("items", empty()).body("current", empty()).body("total", equalTo(0));
    }

    @Test
    void a_contact_has_at_most_a_hundred_topics_a_channel() {
        for (int topic = 1; topic <= 100; topic++) {
            crm.post(path, JsonObject.of("channel", "email", "topic", "t" + topic)).statusCode(201);
        }
        crm.post(path, JsonObject.of("channel", "email", "topic", "one more"))
                .statusCode(422)
                .body("violations.field", contains("topic"));
        crm.post(path, JsonObject.of("channel", "email", "topic", "T7")).statusCode(201);
        crm.post(path, JsonObject.of("channel", "email")).statusCode(201);
        crm.post(path, JsonObject.of("channel", "sms", "topic", "one more")).statusCode(201);
        crm.get(path).body("current.size()", equalTo(102));
    }

    @Test
    void another_organization_sees_nothing_and_a_reader_records_nothing() {
        CrmClient other = CrmClient.ofNewOrganization();
        other.get(path).statusCode(404);
        other.post(path, newsletter()).statusCode(404);
        other.post(path + "/withdraw", JsonObject.of("channel", "email")).statusCode(404);
        crm.post("/api/crm/contacts/999999999/consents", newsletter()).statusCode(404);
        CrmClient reader = crm.with("crm:contacts:read");
        reader.get(path).statusCode(200).body("items", empty());
        reader.post(path, newsletter()).statusCode(403);
        reader.post(path + "/withdraw", JsonObject.of("channel", "email")).statusCode(403);
        crm.with("crm:companies:read").get(path).statusCode(403);
        crm.request().auth().none().get(path).then().statusCode(401);
    }

    private static JsonObject newsletter() {
        return JsonObject.of("channel", "email", "topic", " Newsletter ", "source", "form")
                .put("reference", "51")
                .put("text", TEXT)
                .put("at", "2026-03-31T09:15:00Z");
    }

    private static JsonObject at(String time) {
        return JsonObject.of("channel", "email", "source", "person", "at", time);
    }

    private long idempotent(String where, JsonObject body, int status) {
        return crm.request()
                .header("Idempotency-Key", "consent-1")
                .body(body.encode())
                .post(where)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath()
                .getLong(status == 201 ? "id" : "status");
    }

    private List<JsonObject> told(String type, int count) {
        return EventProbe.await("crm.events", crm.organization(), type, count).stream()
                .map(EventProbe.Seen::data)
                .toList();
    }
}
