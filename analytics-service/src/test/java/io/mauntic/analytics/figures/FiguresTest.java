package io.mauntic.analytics.figures;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class FiguresTest {

    private static final String READ = "analytics:reports:read";

    private final OrganizationId company = TestOrganizations.next();
    private final OrganizationId other = TestOrganizations.next();
    private int nextContact = 1;

    @Test
    void the_summary_counts_each_event_once_in_its_month_and_organization() {
        toldInOctober();
        toldInNovember();
        toldToTheOther();
        waitFor(company, 23);
        waitFor(other, 2);

        summary(company, "2026-11-01", "2026-11-30")
                .body("contacts", equalTo(3))
                .body("activeCampaigns", equalTo(1))
                .body("emailsSent", equalTo(3))
                .body("emailsOpened", equalTo(1))
                .body("emailsClicked", equalTo(1))
                .body("emailsBounced", equalTo(1))
                .body("unsubscribed", equalTo(1))
                .body("formSubmissions", equalTo(1))
                .body("pageHits", equalTo(2))
                .body("from", equalTo("2026-11-01T00:00:00Z"))
                .body("to", equalTo("2026-12-01T00:00:00Z"))
                .body("previous.contacts", equalTo(2))
                .body("previous.activeCampaigns", equalTo(2))
                .body("previous.emailsSent", equalTo(1))
                .body("previous.emailsOpened", equalTo(0))
                .body("previous.pageHits", equalTo(1));
        summary(other, "2026-11-01", "2026-11-30")
                .body("contacts", equalTo(1))
                .body("emailsSent", equalTo(1));
    }

    @Test
    void a_series_has_a_point_for_every_unit_and_levels_run_on() {
        toldInOctober();
        toldInNovember();
        waitFor(company, 23);

        series(company, "emailsSent", "2026-10-31", "2026-11-02", "day")
                .body(
                        "points.at",
                        equalTo(
                                List.of(
                                        "2026-10-31T00:00:00Z",
                                        "2026-11-01T00:00:00Z",
                                        "2026-11-02T00:00:00Z")))
                .body("points.value", equalTo(List.of(1, 2, 0)));
        series(company, "contacts", "2026-09-01", "2026-12-31", "month")
                .body("points.value", equalTo(List.of(0, 2, 3, 3)));
        series(company, "activeCampaigns", "2026-11-01", "2026-11-30", "month")
                .body("points.value", equalTo(List.of(1)));
        series(company, "machineOpens", "2026-11-01", "2026-11-30", "month")
                .body("points.value", equalTo(List.of(1)));
    }

    @Test
    void days_begin_at_midnight_of_the_time_zone_asked_for() {
        tell("messaging", "EmailSent", "2026-10-31T23:30:00Z", mail());
        waitFor(company, 1);

        given().auth()
                .oauth2(TestTokens.of(company, READ))
                .get(
                        "/api/analytics/series?metric=emailsSent&from=2026-10-31&to=2026-11-01&timezone=Europe/Berlin")
                .then()
                .statusCode(200)
                .body("unit", equalTo("day"))
                .body("points.at", equalTo(List.of("2026-10-30T23:00:00Z", "2026-10-31T23:00:00Z")))
                .body("points.value", equalTo(List.of(0, 1)));
    }

    @Test
    void both_lanes_count_and_a_thousand_events_are_counted_exactly() {
        for (int i = 0; i < 1_000; i++) {
            EventProbe.publishBulk("crm", company, "ContactCreated", i + 1, contact());
        }
        tell("crm", "ContactCreated", Instant.now().toString(), contact());
        Eventually.asserted(() -> summary(company, null, null).body("contacts", equalTo(1_001)));
    }

    @Test
    void an_organization_without_events_has_zeros() {
        summary(company, null, null)
                .body("contacts", equalTo(0))
                .body("previous.pageHits", equalTo(0));
    }

    @Test
    void what_is_no_question_is_refused_with_its_field() {
        refused("/api/analytics/summary?from=2026-11-30&to=2026-11-01", "from");
        refused("/api/analytics/summary?from=yesterday", "from");
        refused("/api/analytics/summary?timezone=Atlantis", "timezone");
        refused("/api/analytics/series?metric=happiness", "metric");
        refused("/api/analytics/series", "metric");
        refused("/api/analytics/series?metric=contacts&unit=minute", "unit");
        refused("/api/analytics/series?metric=contacts&unit=hour&from=2020-01-01", "unit");
    }

    @Test
    void without_a_token_401_and_without_the_permission_403() {
        given().get("/api/analytics/summary").then().statusCode(401);
        given().get("/api/analytics/series?metric=contacts").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of(company, "crm:contacts:read"))
                .get("/api/analytics/summary")
                .then()
                .statusCode(403);
    }

    private void toldInOctober() {
        tell("crm", "ContactCreated", "2026-10-05T08:00:00Z", contact());
        tell("crm", "ContactCreated", "2026-10-31T23:59:59Z", contact());
        tell("campaign", "CampaignPublished", "2026-10-10T10:00:00Z", campaign(51));
        tell("campaign", "CampaignPublished", "2026-10-11T10:00:00Z", campaign(52));
        tell("messaging", "EmailSent", "2026-10-31T23:59:59Z", mail());
        tell("content", "PageVisited", "2026-10-31T12:00:00Z", visit());
    }

    private void toldInNovember() {
        UUID repeated = UUID.randomUUID();
        tell(repeated, "crm", "ContactCreated", "2026-11-01T00:00:00Z", contact());
        tell(repeated, "crm", "ContactCreated", "2026-11-01T00:00:00Z", contact());
        tell("crm", "ContactCreated", "2026-11-02T08:00:00Z", contact());
        tell("crm", "ContactCreated", "2026-11-02T08:00:00Z", contact());
        tell("crm", "ContactDeleted", "2026-11-03T08:00:00Z", contact());
        tell("crm", "ContactMerged", "2026-11-04T08:00:00Z", contact());
        tell("campaign", "CampaignPublished", "2026-11-02T10:00:00Z", campaign(51));
        tell("campaign", "CampaignUnpublished", "2026-11-03T10:00:00Z", campaign(52));
        tell("campaign", "CampaignUnpublished", "2026-11-03T11:00:00Z", campaign(52));
        tell("messaging", "EmailSent", "2026-11-01T00:00:00Z", mail());
        tell("messaging", "EmailSent", "2026-11-01T10:00:00Z", mail());
        tell("messaging", "EmailSent", "2026-11-30T23:59:59Z", mail());
        tell(
                "messaging",
                "EmailOpened",
                "2026-11-01T10:00:00Z",
                mail().put("machine", true).put("first", true));
        tell(
                "messaging",
                "EmailOpened",
                "2026-11-01T10:10:00Z",
                mail().put("machine", false).put("first", true));
        tell(
                "messaging",
                "EmailOpened",
                "2026-11-01T10:20:00Z",
                mail().put("machine", false).put("first", false));
        tell(
                "messaging",
                "EmailClicked",
                "2026-11-01T10:30:00Z",
                mail().put("machine", false).put("first", true));
        tell("messaging", "EmailBounced", "2026-11-01T10:40:00Z", mail().put("kind", "hard"));
        tell("messaging", "Unsubscribed", "2026-11-01T10:50:00Z", mail());
        tell(
                "content",
                "FormSubmitted",
                "2026-11-05T10:50:00Z",
                new JsonObject().put("formId", 1).put("formName", "News"));
        tell("content", "PageVisited", "2026-11-05T10:50:00Z", visit());
        tell("content", "PageVisited", "2026-11-05T10:55:00Z", visit());
    }

    private void toldToTheOther() {
        for (String[] event :
                new String[][] {{"crm", "ContactCreated"}, {"messaging", "EmailSent"}}) {
            EventProbe.publish(
                    UUID.randomUUID(),
                    event[0] + ".events",
                    other,
                    event[1],
                    1,
                    Instant.parse("2026-11-05T00:00:00Z"),
                    mail());
        }
    }

    private void tell(String context, String type, String time, JsonObject data) {
        tell(UUID.randomUUID(), context, type, time, data);
    }

    /** One key, so that the events stay in order. */
    private void tell(UUID id, String context, String type, String time, JsonObject data) {
        EventProbe.publish(id, context + ".events", company, type, 1, Instant.parse(time), data);
    }

    /**
     * Each event changes one counter by one, but a contact's, a repeated one and what changes
     * nothing.
     */
    private static void waitFor(OrganizationId organization, int counted) {
        Eventually.until(
                counted + " counted",
                () ->
                        TestDatabase.number(
                                        """
                                        select coalesce(sum(abs(value)), 0) from analytics.metric_hour
                                        where organization_id = %s and metric <> 'contactsCreated'
                                        """
                                                .formatted(organization))
                                >= counted);
    }

    private ValidatableResponse summary(OrganizationId organization, String from, String to) {
        var request = given().auth().oauth2(TestTokens.of(organization, READ));
        if (from != null) {
            request.queryParam("from", from).queryParam("to", to);
        }
        return request.get("/api/analytics/summary").then().statusCode(200);
    }

    private ValidatableResponse series(
            OrganizationId organization, String metric, String from, String to, String unit) {
        return given().auth()
                .oauth2(TestTokens.of(organization, READ))
                .queryParam("metric", metric)
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("unit", unit)
                .get("/api/analytics/series")
                .then()
                .statusCode(200);
    }

    private void refused(String address, String field) {
        given().auth()
                .oauth2(TestTokens.of(company, READ))
                .get(address)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    private JsonObject contact() {
        return new JsonObject().put("contactId", nextContact++).put("source", "api");
    }

    private static JsonObject campaign(long id) {
        return new JsonObject().put("campaignId", id).put("name", "Welcome");
    }

    private static JsonObject mail() {
        return new JsonObject()
                .put("deliveryId", 7)
                .put("contactId", 42)
                .put("emailId", 3)
                .put("emailName", "Welcome")
                .put("subject", "Hello");
    }

    private static JsonObject visit() {
        return new JsonObject()
                .put("visitorId", "3f0b8a4e5d6c47d0a1b2c3d4e5f60718")
                .put("url", "https://example.org/");
    }
}
