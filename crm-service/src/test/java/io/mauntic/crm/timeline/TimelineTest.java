package io.mauntic.crm.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithComponents
class TimelineTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Inject UnitOfWork unitOfWork;
    @Inject AnonymousRetention retention;

    @Test
    void it_tells_what_happened_in_every_context_newest_first() {
        long id = crm.contact(Map.of("firstname", "Ada"));
        tell("messaging", "EmailSent", id, JsonObject.of("emailId", 3, "emailName", "Welcome"));
        waitFor(id, 2);
        tell(
                "campaign",
                "ContactEnteredCampaign",
                id,
                JsonObject.of("campaignId", 9, "campaignName", "Onboarding"));
        waitFor(id, 3);
        crm.patch("/api/crm/contacts/" + id, JsonObject.of("tags", JsonArray.of("vip")))
                .statusCode(200);
        waitFor(id, 4);
        UUID opened =
                tell(
                        "messaging",
                        "EmailOpened",
                        id,
                        JsonObject.of("emailId", 3, "emailName", "Welcome", "machine", false));
        waitFor(id, 5);

        crm.get("/api/crm/contacts/" + id + "/timeline")
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "EmailOpened",
                                "TagsChanged",
                                "ContactEnteredCampaign",
                                "EmailSent",
                                "ContactCreated"))
                .body("items[0].id", equalTo(opened.toString()))
                .body("items[0].data.emailName", equalTo("Welcome"))
                .body("items[1].data.added", contains("vip"))
                .body("items[4].data.source", equalTo("api"))
                .body("total", equalTo(5));
        crm.get("/api/crm/contacts/" + id + "/timeline?type=EmailOpened&type=EmailSent")
                .body("items.type", contains("EmailOpened", "EmailSent"))
                .body("total", equalTo(2));
        crm.get("/api/crm/contacts/" + id + "/timeline?type=ContactCreated")
                .body("items", hasSize(1));
        crm.get("/api/crm/contacts/" + id + "/timeline?type=NoSuchEvent").body("items", hasSize(0));
    }

    @Test
    void it_is_read_page_by_page_and_by_cursor_alike() {
        long id = crm.contact(Map.of());
        for (int i = 0; i < 6; i++) {
            tell("messaging", "EmailOpened", id, JsonObject.of("emailId", i));
        }
        waitFor(id, 7);
        List<String> whole =
                crm.get("/api/crm/contacts/" + id + "/timeline")
                        .extract()
                        .jsonPath()
                        .getList("items.id");
        List<String> byPage = new ArrayList<>();
        List<String> byCursor = new ArrayList<>();
        String cursor = "";
        for (int page = 1; page <= 4; page++) {
            byPage.addAll(
                    crm.get("/api/crm/contacts/" + id + "/timeline?limit=2&page=" + page)
                            .extract()
                            .jsonPath()
                            .getList("items.id"));
            JsonPath next =
                    crm.get("/api/crm/contacts/" + id + "/timeline?limit=2" + cursor)
                            .extract()
                            .jsonPath();
            byCursor.addAll(next.getList("items.id"));
            cursor = "&cursor=" + next.getString("nextCursor");
        }

        assertThat(whole).hasSize(7);
        assertThat(byPage).isEqualTo(whole);
        assertThat(byCursor).isEqualTo(whole);
    }

    @Test
    void a_second_delivery_adds_nothing() {
        long id = crm.contact(Map.of());
        UUID event = UUID.randomUUID();
        JsonObject data = JsonObject.of("contactId", id, "emailId", 3);

        EventProbe.publish(event, "messaging.events", crm.organization(), "EmailOpened", id, data);
        EventProbe.publish(event, "messaging.events", crm.organization(), "EmailOpened", id, data);
        EventProbe.publish(
                event, "messaging.events.bulk", crm.organization(), "EmailOpened", id, data);
        tell("messaging", "EmailSent", id, JsonObject.of());
        EventProbe.publishBulk(
                "messaging", crm.organization(), "EmailSent", id, JsonObject.of("contactId", id));

        waitFor(id, 4);
        crm.get("/api/crm/contacts/" + id + "/timeline?type=EmailOpened").body("total", equalTo(1));
    }

    @Test
    void what_a_visitor_did_anonymously_joins_the_contact_that_a_link_names() {
        long id = crm.contact(Map.of());
        String visitor = "visitor-" + UUID.randomUUID();
        visit(visitor, "https://shop.example/first");
        visit(visitor, "https://shop.example/second");
        Eventually.until(
                "both visits are kept",
                () ->
                        TestDatabase.number(
                                        "select count(*) from crm.anonymous_entry where visitor_id = '"
                                                + visitor
                                                + "'")
                                == 2);

        tell(
                "messaging",
                "EmailClicked",
                id,
                JsonObject.of(
                        "visitorId", visitor, "url", "https://shop.example", "machine", false));
        Eventually.until("the history has joined", () -> visits(id).size() == 2);
        visit(visitor, "https://shop.example/third");
        Eventually.until("what comes later joins at once", () -> visits(id).size() == 3);

        assertThat(visits(id))
                .containsExactly(
                        "https://shop.example/third",
                        "https://shop.example/second",
                        "https://shop.example/first");
        assertThat(EventProbe.await("crm.events", crm.organization(), "ContactIdentified", 1))
                .extracting(EventProbe.Seen::data)
                .containsExactly(JsonObject.of("visitorId", visitor, "contactId", id));
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.anonymous_entry where visitor_id = '"
                                        + visitor
                                        + "'"))
                .isZero();
    }

    @Test
    void a_scanner_that_follows_a_link_names_nobody() {
        long id = crm.contact(Map.of());
        String visitor = "visitor-" + UUID.randomUUID();

        tell("messaging", "EmailClicked", id, JsonObject.of("visitorId", visitor, "machine", true));

        waitFor(id, 2);
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.visitor where visitor_id = '"
                                        + visitor
                                        + "'"))
                .isZero();
    }

    @Test
    void a_late_event_brings_nothing_of_an_erased_contact_back() {
        long erased = crm.contact(Map.of());
        long kept = crm.contact(Map.of());
        crm.delete("/api/crm/contacts/" + erased).statusCode(204);

        tell("messaging", "EmailOpened", erased, JsonObject.of());
        tell("messaging", "EmailOpened", kept, JsonObject.of());

        waitFor(kept, 2);
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.timeline_entry where contact_id = "
                                        + erased))
                .isZero();
    }

    @Test
    void what_nobody_was_named_for_is_forgotten_after_90_days() {
        String visitor = "visitor-" + UUID.randomUUID();
        String kept =
                "select count(*) from crm.anonymous_entry where visitor_id = '" + visitor + "'";
        visit(visitor, "https://shop.example/old");
        visit(visitor, "https://shop.example/new");
        Eventually.until("both visits are kept", () -> TestDatabase.number(kept) == 2);
        TestDatabase.execute(
                "update crm.anonymous_entry set at = now() - interval '91 days' where data->>'url' like '%/old' and visitor_id = '"
                        + visitor
                        + "'");
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.timer where kind = 'anonymous-retention' and organization_id = "
                                        + crm.organization()))
                .isEqualTo(1);

        unitOfWork
                .in(crm.organization(), () -> retention.due(crm.organization(), List.of()))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(TestDatabase.number(kept)).isEqualTo(1);
    }

    @Test
    void it_is_behind_the_wall() {
        long id = crm.contact(Map.of());
        String path = "/api/crm/contacts/" + id + "/timeline";

        CrmClient.ofNewOrganization().get(path).statusCode(404);
        crm.with("crm:companies:read").get(path).statusCode(403);
        crm.request().auth().none().get(path).then().statusCode(401);
        crm.get("/api/crm/contacts/0/timeline").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=x", "cursor=WyIxIiwiMiJd", "limit=1000", "page=0"})
    void a_page_that_cannot_be_is_refused(String query) {
        long id = crm.contact(Map.of());

        crm.get("/api/crm/contacts/" + id + "/timeline?" + query).statusCode(422);
    }

    private UUID tell(String context, String type, long contact, JsonObject data) {
        return EventProbe.publish(
                context, crm.organization(), type, contact, data.copy().put("contactId", contact));
    }

    private void visit(String visitor, String url) {
        EventProbe.publish(
                "content",
                crm.organization(),
                "PageVisited",
                visitor,
                JsonObject.of("visitorId", visitor, "url", url));
    }

    private List<String> visits(long contact) {
        return crm.get("/api/crm/contacts/" + contact + "/timeline?type=PageVisited")
                .extract()
                .jsonPath()
                .getList("items.data.url");
    }

    private void waitFor(long contact, int entries) {
        Eventually.until(
                entries + " entries",
                () ->
                        crm.get("/api/crm/contacts/" + contact + "/timeline")
                                        .extract()
                                        .jsonPath()
                                        .getLong("total")
                                == entries);
    }
}
