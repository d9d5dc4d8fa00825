package io.mauntic.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class ConsentTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();
    private long contact;
    private String path;

    @BeforeEach
    void contact() {
        contact = crm.contact(Map.of("email", "ada@lovelace.example"));
        path = "/api/crm/contacts/" + contact + "/do-not-contact";
    }

    @Test
    void a_refusal_by_hand_holds_until_it_is_taken_back() {
        crm.post(path, JsonObject.of("channel", "email", "note", "asked on the phone"))
                .statusCode(201)
                .body("reason", equalTo("manual"))
                .body("note", equalTo("asked on the phone"));
        crm.post(path, new JsonObject())
                .statusCode(201)
                .body("note", equalTo("asked on the phone"));
        crm.get("/api/crm/contacts/" + contact).body("doNotContact", contains("email"));

        crm.delete(path + "/email").statusCode(204);

        crm.delete(path + "/email").statusCode(404);
        crm.get(path).body("items", empty());
        assertThat(told("DoNotContactAdded")).containsExactly(event("manual"));
        assertThat(told("DoNotContactRemoved")).containsExactly(event("manual"));
    }

    @Test
    void who_unsubscribes_or_whose_address_is_dead_is_not_written_to_any_more() {
        long grace = crm.contact(Map.of());
        long linus = crm.contact(Map.of());
        hear("Unsubscribed", contact, new JsonObject());
        hear("EmailBounced", contact, JsonObject.of("kind", "hard"));
        hear("EmailBounced", linus, JsonObject.of("kind", "soft"));
        hear("EmailBounced", grace, JsonObject.of("kind", "hard"));

        assertThat(EventProbe.await("crm.events", crm.organization(), "DoNotContactAdded", 2))
                .extracting(EventProbe.Seen::data)
                .containsExactlyInAnyOrder(
                        event("unsubscribed"),
                        JsonObject.of("contactId", grace, "channel", "email", "reason", "bounced"));
        crm.get("/api/crm/contacts/" + linus).body("doNotContact", empty());
        crm.get(path).body("items.reason", contains("unsubscribed"));
    }

    @Test
    void what_cannot_be_is_refused() {
        crm.post(path, JsonObject.of("channel", "pigeon"))
                .statusCode(422)
                .body("violations.field", contains("channel"));
        crm.delete(path + "/pigeon").statusCode(422);
        crm.post("/api/crm/contacts/999999999/do-not-contact", new JsonObject()).statusCode(404);
        crm.request().auth().none().body("{}").post(path).then().statusCode(401);
        crm.with("crm:contacts:read").post(path, new JsonObject()).statusCode(403);
        CrmClient other = CrmClient.ofNewOrganization();
        other.get(path).statusCode(404);
        other.post(path, new JsonObject()).statusCode(404);
        other.delete(path + "/email").statusCode(404);
    }

    private void hear(String type, long id, JsonObject data) {
        EventProbe.publish(
                "messaging",
                crm.organization(),
                type,
                id,
                data.put("contactId", id).put("channel", "email"));
    }

    private List<JsonObject> told(String type) {
        return EventProbe.await("crm.events", crm.organization(), type, 1).stream()
                .map(EventProbe.Seen::data)
                .toList();
    }

    private JsonObject event(String reason) {
        return event(contact, reason, "ada@lovelace.example");
    }

    private static JsonObject event(long of, String reason, String address) {
        JsonObject event = JsonObject.of("contactId", of, "channel", "email", "reason", reason);
        return address == null ? event : event.put("address", address);
    }

    private List<JsonObject> told(String type, int count) {
        return EventProbe.await("crm.events", crm.organization(), type, count).stream()
                .map(EventProbe.Seen::data)
                .toList();
    }

    private void movesTo(String address) {
        crm.patch("/api/crm/contacts/" + contact, JsonObject.of("email", address)).statusCode(200);
    }

    @Test
    void who_is_erased_and_comes_back_is_known_to_want_nothing_and_elsewhere_is_free() {
        crm.post(path, new JsonObject()).statusCode(201);
        crm.delete("/api/crm/contacts/" + contact).statusCode(204);

        long again = crm.contact(Map.of("email", "Ada@Lovelace.example"));

        crm.get("/api/crm/contacts/" + again).body("doNotContact", contains("email"));
        assertThat(told("DoNotContactAdded", 2))
                .containsExactlyInAnyOrder(
                        event("manual"), event(again, "manual", "ada@lovelace.example"));
        CrmClient other = CrmClient.ofNewOrganization();
        long there = other.contact(Map.of("email", "ada@lovelace.example"));
        other.get("/api/crm/contacts/" + there).body("doNotContact", empty());

        crm.delete("/api/crm/contacts/" + again + "/do-not-contact/email").statusCode(204);
        crm.delete("/api/crm/contacts/" + again).statusCode(204);
        long free = crm.contact(Map.of("email", "ada@lovelace.example"));
        crm.get("/api/crm/contacts/" + free).body("doNotContact", empty());
    }

    @Test
    void a_bounce_goes_with_its_address_and_comes_with_it() {
        hear("EmailBounced", contact, bounce("ada@lovelace.example"));
        assertThat(told("DoNotContactAdded", 1)).containsExactly(event("bounced"));

        movesTo("ada@new.example");

        crm.get(path).body("items", empty());
        assertThat(told("DoNotContactRemoved", 1)).containsExactly(event(contact, "bounced", null));
        long taker = crm.contact(Map.of("email", "ada@lovelace.example"));
        crm.get("/api/crm/contacts/" + taker + "/do-not-contact")
                .body("items.reason", contains("bounced"));
    }

    @Test
    void what_a_person_said_goes_along_to_every_address_and_outweighs_a_bounce() {
        hear("EmailBounced", contact, bounce("ada@lovelace.example"));
        hear("Unsubscribed", contact, JsonObject.of("address", "ada@lovelace.example"));
        assertThat(told("DoNotContactAdded", 2))
                .containsExactly(event("bounced"), event("unsubscribed"));

        movesTo("ada@new.example");

        crm.get(path).body("items.reason", contains("unsubscribed"));
        assertThat(told("DoNotContactAdded", 3))
                .last()
                .isEqualTo(event(contact, "unsubscribed", "ada@new.example"));
    }

    @Test
    void a_bounce_of_an_address_that_the_contact_has_left_is_none_of_its_own_even_twice() {
        movesTo("ada@new.example");
        UUID id = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            EventProbe.publish(
                    id,
                    "messaging.events",
                    crm.organization(),
                    "EmailBounced",
                    contact,
                    bounce("ada@lovelace.example").put("contactId", contact));
        }
        hear("Unsubscribed", crm.contact(Map.of("email", "last@new.example")), new JsonObject());
        told("DoNotContactAdded", 1);
        long taker = crm.contact(Map.of("email", "ada@lovelace.example"));

        assertThat(told("DoNotContactAdded", 2))
                .hasSize(2)
                .contains(event(taker, "bounced", "ada@lovelace.example"));
        crm.get(path).body("items", empty());
    }

    private static JsonObject bounce(String address) {
        return JsonObject.of("kind", "hard", "address", address);
    }
}
