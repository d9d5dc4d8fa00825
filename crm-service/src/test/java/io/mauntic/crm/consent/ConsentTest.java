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
        return JsonObject.of("contactId", contact, "channel", "email", "reason", reason);
    }
}
