package io.mauntic.crm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class ChangeRequestsTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void a_campaign_changes_tags_and_points_and_the_events_stay_on_its_lane() {
        long id = crm.contact(Map.of("points", 10, "tags", List.of("prospect")));

        EventProbe.publishBulk(
                "campaign", crm.organization(), "ContactChangeRequested", id, tags(id));
        EventProbe.publishBulk(
                "campaign", crm.organization(), "ContactChangeRequested", id, points(id, -15));

        assertThat(EventProbe.await("crm.events.bulk", crm.organization(), "PointsAwarded", 1))
                .extracting(EventProbe.Seen::data)
                .containsExactly(JsonObject.of("contactId", id, "delta", -15, "points", -5));
        assertThat(EventProbe.await("crm.events.bulk", crm.organization(), "TagsChanged", 1))
                .extracting(EventProbe.Seen::data)
                .containsExactly(
                        JsonObject.of(
                                "contactId",
                                id,
                                "added",
                                JsonArray.of("customer"),
                                "removed",
                                JsonArray.of("prospect")));
        crm.get("/api/crm/contacts/" + id)
                .body("tags", contains("customer"))
                .body("points", equalTo(-5));
    }

    @Test
    void a_second_delivery_awards_no_more_points() {
        long id = crm.contact(Map.of());
        UUID event = UUID.randomUUID();

        EventProbe.publish(
                event,
                "campaign.events",
                crm.organization(),
                "ContactChangeRequested",
                id,
                points(id, 5));
        EventProbe.publish(
                event,
                "campaign.events",
                crm.organization(),
                "ContactChangeRequested",
                id,
                points(id, 5));
        EventProbe.publish(
                "campaign", crm.organization(), "ContactChangeRequested", id, points(id, 100));

        assertThat(pointsAfter(2, "crm.events")).containsExactly(5, 105);
        crm.get("/api/crm/contacts/" + id).body("points", equalTo(105));
    }

    @Test
    void a_thousand_requests_for_unknown_and_known_contacts_change_the_known_ones() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(crm.contact(Map.of()));
        }
        for (int i = 0; i < 1_000; i++) {
            long id = i < 5 ? ids.get(i) : 5_000_000_000L + i;
            EventProbe.publishBulk(
                    "campaign",
                    crm.organization(),
                    "ContactChangeRequested",
                    id,
                    points(id, i + 1));
        }

        assertThat(pointsAfter(5, "crm.events.bulk")).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    private List<Integer> pointsAfter(int events, String topic) {
        return EventProbe.await(topic, crm.organization(), "PointsAwarded", events).stream()
                .map(event -> event.data().getInteger("points"))
                .toList();
    }

    private static JsonObject tags(long contact) {
        return request(contact)
                .put("addTags", JsonArray.of("customer"))
                .put("removeTags", JsonArray.of("prospect"));
    }

    private static JsonObject points(long contact, int delta) {
        return request(contact).put("pointsDelta", delta);
    }

    private static JsonObject request(long contact) {
        return JsonObject.of(
                "changeKey",
                "9:" + contact + ":" + UUID.randomUUID(),
                "contactId",
                contact,
                "campaignId",
                9,
                "eventKey",
                "score");
    }
}
