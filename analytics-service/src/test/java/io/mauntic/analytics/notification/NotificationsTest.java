package io.mauntic.analytics.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
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
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class NotificationsTest {

    private static final String API = "/api/analytics/notifications";
    private static final String UI = "/ui/analytics/notifications";
    private static final String ADA = "7f6e5d4c-0000-4000-8000-0000000000a1";
    private static final String BEN = "7f6e5d4c-0000-4000-8000-0000000000b2";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final OrganizationId company = TestOrganizations.next();
    private final OrganizationId other = TestOrganizations.next();

    @Test
    void what_finished_or_needs_somebody_is_told_newest_first_and_what_adds_up_is_not() {
        tell("EmailSent", 0, new JsonObject().put("emailId", 3).put("emailName", "Welcome"));
        tell("CampaignPublished", 1, named("campaignId", 9, "Onboarding"));
        tell("ImportFinished", 2, imported(4));
        tell("SegmentRebuilt", 3, named("segmentId", 5, "Berlin").put("members", 120));
        tell("UserCreated", 4, named("userId", 6, "Grace Hopper"));
        tell("WebhookDisabled", 5, named("webhookId", 7, "Warehouse"));
        tell("CampaignUnpublished", 6, named("campaignId", 9, "Onboarding"));
        untilUnread(ADA, 6);

        list(ADA)
                .body(
                        "items.kind",
                        equalTo(
                                List.of(
                                        "CampaignUnpublished",
                                        "WebhookDisabled",
                                        "UserCreated",
                                        "SegmentRebuilt",
                                        "ImportFinished",
                                        "CampaignPublished")))
                .body("items.subject", equalTo(List.of(9, 7, 6, 5, 4, 9)))
                .body(
                        "items.name",
                        equalTo(
                                List.of(
                                        "Onboarding",
                                        "Warehouse",
                                        "Grace Hopper",
                                        "Berlin",
                                        "finished",
                                        "Onboarding")))
                .body("items.amount", equalTo(List.of(1, 1, 1, 120, 990, 1)))
                .body("items.failed", equalTo(List.of(0, 0, 0, 0, 6, 0)))
                .body("items.at[0]", equalTo("2026-11-20T12:00:06Z"))
                .body(
                        "items.link",
                        equalTo(
                                List.of(
                                        "/app/campaign/campaigns/9",
                                        "/app/integrations/webhooks/7",
                                        "/app/identity/users",
                                        "/app/crm/segments/5",
                                        "/app/crm/imports/4",
                                        "/app/campaign/campaigns/9")));
    }

    @Test
    void each_person_has_seen_what_they_looked_at_themselves() {
        tell("CampaignPublished", 1, named("campaignId", 9, "Onboarding"));
        tell("UserCreated", 2, named("userId", 6, "Grace Hopper"));
        untilUnread(ADA, 2);

        as(ADA).post(API + "/seen")
                .then()
                .statusCode(200)
                .body("unread", equalTo(2))
                .body("items.unread", equalTo(List.of(true, true)));
        list(ADA).body("unread", equalTo(0)).body("items.unread", everyItem(equalTo(false)));
        list(BEN).body("unread", equalTo(2));

        tell("WebhookDisabled", 3, named("webhookId", 7, "Warehouse"));
        untilUnread(ADA, 1);
        list(ADA).body("items.unread", equalTo(List.of(true, false, false)));
        list(BEN).body("unread", equalTo(3));
    }

    @Test
    void the_same_person_sees_another_organization_s_apart() {
        tell("CampaignPublished", 1, named("campaignId", 9, "Onboarding"));
        untilUnread(ADA, 1);
        RequestSpecification elsewhere =
                given().auth().oauth2(TestTokens.of(ADA, other, "analytics:reports:read"));
        elsewhere
                .post(API + "/seen")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("unread", equalTo(0));
        list(ADA).body("unread", equalTo(1));
    }

    @Test
    void the_latest_fifty_are_kept() {
        for (int user = 1; user <= 60; user++) {
            tell("UserCreated", user, named("userId", user, "User " + user));
        }
        Eventually.asserted(() -> list(ADA).body("items[0].subject", equalTo(60)));
        list(ADA)
                .body("items", hasSize(50))
                .body("items[49].subject", equalTo(11))
                .body("unread", equalTo(50));
    }

    @Test
    void a_flood_of_mails_pushes_nothing_out() {
        tell("ImportFinished", 1, imported(4));
        for (int email = 1; email <= 60; email++) {
            tell(
                    "EmailSent",
                    1 + email,
                    new JsonObject().put("emailId", email).put("emailName", "Mail " + email));
        }
        tell("CampaignPublished", 62, named("campaignId", 9, "Onboarding"));
        untilUnread(ADA, 2);
        list(ADA).body("items.kind", equalTo(List.of("CampaignPublished", "ImportFinished")));
    }

    @Test
    void the_bell_tells_their_number_until_its_menu_was_opened() {
        tell("CampaignPublished", 1, named("campaignId", 9, "<script>alert(1)</script>"));
        untilUnread(ADA, 1);

        as(ADA).get(UI + "/unread")
                .then()
                .statusCode(200)
                .body(allOf(containsString(">1<"), containsString("new")));
        as(ADA).post(UI + "/seen")
                .then()
                .statusCode(200)
                .header("HX-Trigger", containsString("notificationsSeen"))
                .body(
                        allOf(
                                containsString("href=\"/app/campaign/campaigns/9\""),
                                containsString("&lt;script&gt;"),
                                not(containsString("<script>")),
                                containsString("new")));
        as(ADA).get(UI + "/unread").then().statusCode(200).body(blankString());
    }

    @Test
    void the_page_is_seen_as_well_and_speaks_german() {
        tell("ImportFinished", 1, imported(4));
        untilUnread(BEN, 1);
        as(BEN).header("Accept-Language", "de")
                .get(UI)
                .then()
                .statusCode(200)
                .body(allOf(startsWith("<title>Mitteilungen"), containsString("neu")));
        list(BEN).body("unread", equalTo(0));
    }

    @Test
    void whoever_has_nothing_to_read_is_told_so() {
        as(ADA).get(UI)
                .then()
                .statusCode(200)
                .body(containsString("There is nothing to tell yet."));
        as(ADA).post(UI + "/seen")
                .then()
                .statusCode(200)
                .body(containsString("There is nothing to tell yet."));
    }

    @Test
    void without_a_token_401_and_without_the_permission_403() {
        for (String read : List.of(API, UI, UI + "/unread")) {
            given().get(read).then().statusCode(401);
            stranger().get(read).then().statusCode(403);
        }
        for (String seen : List.of(API + "/seen", UI + "/seen")) {
            given().post(seen).then().statusCode(401);
            stranger().post(seen).then().statusCode(403);
        }
    }

    private RequestSpecification stranger() {
        return given().auth().oauth2(TestTokens.of(company, "crm:contacts:read"));
    }

    private RequestSpecification as(String person) {
        return given().auth().oauth2(TestTokens.of(person, company, "analytics:reports:read"));
    }

    private ValidatableResponse list(String person) {
        return as(person).get(API).then().statusCode(200);
    }

    private void untilUnread(String person, int unread) {
        Eventually.asserted(() -> list(person).body("unread", equalTo(unread)));
    }

    // One topic and one key for all, so that what was told last arrives last.
    private void tell(String type, int second, JsonObject data) {
        EventProbe.publish(
                UUID.randomUUID(), "crm.events", company, type, 1, NOON.plusSeconds(second), data);
    }

    private static JsonObject named(String id, long value, String name) {
        return new JsonObject().put(id, value).put("name", name);
    }

    private static JsonObject imported(long id) {
        return new JsonObject()
                .put("importId", id)
                .put("status", "finished")
                .put("total", 1_000)
                .put("created", 900)
                .put("updated", 90)
                .put("ignored", 4)
                .put("failed", 6);
    }
}
