package io.mauntic.analytics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class PagesTest {

    private static final String DASHBOARD = "/ui/analytics/dashboard";
    private static final String REPORTS = "/ui/analytics/reports";

    private final OrganizationId company = TestOrganizations.next();

    @Test
    void an_empty_dashboard_says_what_to_do_first() {
        page(DASHBOARD)
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Your first campaign in three steps"),
                                containsString("href=\"/app/crm/imports/new\""),
                                containsString("Nothing has happened yet")));
    }

    @Test
    void the_dashboard_tells_in_the_marketer_s_words_what_happened_with_names_escaped() {
        tell("crm", "ContactCreated", new JsonObject().put("contactId", 1).put("source", "api"));
        tell("messaging", "EmailSent", mail());
        tell("messaging", "EmailSent", mail());
        tell("messaging", "EmailOpened", mail().put("machine", false).put("first", true));
        tell(
                "campaign",
                "CampaignPublished",
                new JsonObject().put("campaignId", 9).put("name", "<script>alert(1)</script>"));
        tell(
                "crm",
                "ImportFinished",
                new JsonObject()
                        .put("importId", 3)
                        .put("status", "finished")
                        .put("total", 5_006)
                        .put("created", 4_000)
                        .put("updated", 1_000)
                        .put("ignored", 0)
                        .put("failed", 6));
        Eventually.asserted(
                () ->
                        page(DASHBOARD)
                                .body(
                                        allOf(
                                                containsString("“Welcome” was sent to 2 contacts"),
                                                containsString("1 contact opened “Welcome”"),
                                                containsString("30 days ago: 0"),
                                                containsString("in 30 days, before that 0"),
                                                containsString(
                                                        "Import finished: 5,000 contacts came in, 6 rows could not be used"),
                                                containsString("Campaign “&lt;script&gt;"),
                                                not(containsString("<script>")),
                                                not(containsString("three steps")))));
    }

    @Test
    void the_chart_shows_what_was_chosen_and_falls_back_to_the_usual() {
        page(DASHBOARD + "?metric=pageHits&days=7")
                .statusCode(200)
                .body(containsString("aria-label=\"Page hits\""));
        page(DASHBOARD + "?metric=nonsense&days=4711")
                .statusCode(200)
                .body(containsString("aria-label=\"Emails sent\""));
    }

    @Test
    void german_browsers_read_german() {
        given().auth()
                .oauth2(TestTokens.of(company, "analytics:reports:read"))
                .header("Accept-Language", "de")
                .get(REPORTS)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Berichte"), containsString("Gesendete E-Mails")));
    }

    @Test
    void a_report_compares_a_period_and_exports_it() {
        EventProbe.publish(
                UUID.randomUUID(),
                "messaging.events",
                company,
                "EmailSent",
                1,
                Instant.parse("2026-03-02T10:00:00Z"),
                mail());
        String period = "?from=2026-03-01&to=2026-03-03&unit=day";
        Eventually.asserted(
                () ->
                        page(REPORTS + "/export" + period)
                                .statusCode(200)
                                .contentType(startsWith("text/csv"))
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"mauntic-2026-03-01-2026-03-03.csv\"")
                                .body(
                                        equalTo(
                                                """
                                                from,contacts,activeCampaigns,emailsSent,emailsOpened,emailsClicked,emailsBounced,unsubscribed,formSubmissions,pageHits,contactsCreated,emailsNotSent,machineOpens,machineClicks
                                                2026-03-01T00:00:00Z,0,0,0,0,0,0,0,0,0,0,0,0,0
                                                2026-03-02T00:00:00Z,0,0,1,0,0,0,0,0,0,0,0,0,0
                                                2026-03-03T00:00:00Z,0,0,0,0,0,0,0,0,0,0,0,0,0
                                                """
                                                        .replace("\n", "\r\n"))));
        page(REPORTS + period).statusCode(200).body(containsString("0% of those sent"));
        page(REPORTS)
                .body(
                        allOf(
                                containsString("Last 7 days"),
                                containsString("aria-current=\"true\">Last 30 days")));
    }

    @Test
    void days_begin_at_the_reader_s_midnight() {
        EventProbe.publish(
                UUID.randomUUID(),
                "messaging.events",
                company,
                "EmailSent",
                1,
                Instant.parse("2026-03-01T23:30:00Z"),
                mail());
        Eventually.asserted(
                () ->
                        inZone("Europe/Berlin", REPORTS + "/export?from=2026-03-01&to=2026-03-02")
                                .body(
                                        allOf(
                                                containsString("2026-03-01T00:00:00+01:00,0,0,0,"),
                                                containsString(
                                                        "2026-03-02T00:00:00+01:00,0,0,1,"))));
        inZone("Europe/Berlin", REPORTS).body(containsString("(Europe/Berlin)"));
        inZone("Europe/Berlin", DASHBOARD).statusCode(200);
        inZone("Mars/Olympus", REPORTS).statusCode(200).body(containsString("(UTC)"));
    }

    @Test
    void a_period_that_ends_before_it_begins_is_told_beside_the_field() {
        page(REPORTS + "?from=2026-03-03&to=2026-03-01")
                .statusCode(422)
                .body(containsString("The start must be before the end."));
    }

    @Test
    void pages_need_a_token_and_the_permission() {
        given().get(DASHBOARD).then().statusCode(401);
        given().get(REPORTS).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of(company, "crm:contacts:read"))
                .get(DASHBOARD)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of(company, "crm:contacts:read"))
                .get(REPORTS + "/export")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse page(String address) {
        return given().auth()
                .oauth2(TestTokens.of(company, "analytics:reports:read"))
                .get(address)
                .then();
    }

    private ValidatableResponse inZone(String zone, String address) {
        return given().auth()
                .oauth2(TestTokens.of(company, "analytics:reports:read"))
                .header("X-Mauntic-Zone", zone)
                .get(address)
                .then();
    }

    private void tell(String context, String type, JsonObject data) {
        EventProbe.publish(context, company, type, 1, data);
    }

    private static JsonObject mail() {
        return new JsonObject()
                .put("deliveryId", 7)
                .put("contactId", 42)
                .put("emailId", 3)
                .put("emailName", "Welcome")
                .put("subject", "Hello");
    }
}
