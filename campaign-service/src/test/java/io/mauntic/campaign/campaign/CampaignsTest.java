package io.mauntic.campaign.campaign;

import static io.mauntic.campaign.Api.CAMPAIGNS;
import static io.mauntic.campaign.Api.below;
import static io.mauntic.campaign.Api.campaign;
import static io.mauntic.campaign.Api.mail;
import static io.mauntic.campaign.Api.points;
import static io.mauntic.campaign.Api.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.campaign.Api;
import io.mauntic.campaign.Neighbours;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithComponents
@WithTestResource(Neighbours.class)
class CampaignsTest {

    private OrganizationId organization;
    private Api api;

    @BeforeEach
    void an_organization() {
        organization = TestOrganizations.next();
        api = new Api(organization);
        Neighbours.segment(organization, 7);
        Neighbours.email(organization, 101, "Welcome");
    }

    @Test
    void a_campaign_is_made_changed_and_deleted() {
        long id =
                api.created(
                        campaign(
                                "Welcome",
                                7,
                                mail("mail", 101),
                                below(tag("tag", "warm"), "mail", null)));
        String address = CAMPAIGNS + "/" + id;
        api.everything()
                .get(address)
                .then()
                .statusCode(200)
                .body(
                        "status",
                        equalTo("draft"),
                        "published",
                        equalTo(false),
                        "reentry",
                        equalTo(false))
                .body(
                        "sources[0].id",
                        equalTo(7),
                        "events.key",
                        contains("mail", "tag"),
                        "events[1].parent",
                        equalTo("mail"))
                .body(
                        "events[0].properties.emailId",
                        equalTo(101),
                        "events[1].properties.add",
                        contains("warm"))
                .body(
                        "events[0].schedule.mode",
                        equalTo("immediate"),
                        "events[0].parent",
                        nullValue());

        api.patch(id, new JsonObject().put("name", "Hello"))
                .statusCode(200)
                .body("name", equalTo("Hello"), "events", hasSize(2));
        api.everything()
                .body("{\"events\":null}")
                .patch(address)
                .then()
                .statusCode(200)
                .body("events", hasSize(0), "sources", hasSize(1));

        api.everything().delete(address).then().statusCode(204);
        api.everything().get(address).then().statusCode(404);
        api.everything().delete(address).then().statusCode(404);
    }

    @Test
    void what_is_wrong_is_named_where_it_stands() {
        api.create(
                        campaign(
                                "Loop",
                                7,
                                below(tag("a", "x"), "b", null),
                                below(tag("b", "y"), "a", null),
                                below(tag("c", "z"), "nobody", null)))
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "violations.field",
                        contains("events[0].parent", "events[1].parent", "events[2].parent"))
                .body(
                        "violations[0].message",
                        equalTo("This step comes after itself: contacts would walk in a circle."));
        api.create(new JsonObject().put("name", " "))
                .statusCode(422)
                .body("violations.field", contains("name"));
        api.create(new JsonObject().put("name", "x").put("colour", "red")).statusCode(400);
        api.everything().body("{\"name\":").post(CAMPAIGNS).then().statusCode(400);
        long id = api.created(new JsonObject().put("name", "Empty"));
        api.patch(id, new JsonObject().put("name", "x".repeat(192))).statusCode(422);
        api.patch(id, new JsonObject().put("events", "none")).statusCode(422);
    }

    @Test
    void the_same_request_twice_makes_one_campaign() {
        String body = campaign("Once", 7).encode();
        String key = UUID.randomUUID().toString();
        long first =
                api.everything()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post(CAMPAIGNS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getLong("id");
        long second =
                api.everything()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post(CAMPAIGNS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getLong("id");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void publishing_checks_what_others_own() {
        api.publish(api.created(new JsonObject().put("name", "Empty")))
                .statusCode(422)
                .body("violations.field", contains("sources", "events"));
        api.publish(api.created(campaign("Gone", 8, mail("mail", 999))))
                .statusCode(422)
                .body(
                        "violations.field",
                        contains("sources[0].id", "events[0].properties.emailId"));

        long id = api.created(campaign("Complete", 7, mail("mail", 101)));
        Neighbours.down(true);
        try {
            api.publish(id).statusCode(409).body("code", equalTo("references-not-checked"));
        } finally {
            Neighbours.down(false);
        }
        api.publish(id)
                .statusCode(200)
                .body("status", equalTo("published"), "published", equalTo(true));
        api.publish(id).statusCode(200);
        api.everything()
                .post(CAMPAIGNS + "/" + id + "/unpublish")
                .then()
                .statusCode(200)
                .body("status", equalTo("unpublished"));
        EventProbe.await("campaign.events", organization, "CampaignUnpublished", 1);
        assertThat(EventProbe.seen("campaign.events", organization))
                .extracting(EventProbe.Seen::type)
                .containsExactly("CampaignPublished", "CampaignUnpublished");
    }

    @Test
    void a_running_campaign_keeps_the_meaning_of_its_keys() {
        long id = api.published(campaign("Running", 7, tag("a", "x")));
        JsonArray other = new JsonArray().add(mail("a", 101));
        api.patch(id, new JsonObject().put("events", other))
                .statusCode(422)
                .body("violations.field", contains("events[0].kind"));
        JsonArray gone = new JsonArray().add(mail("b", 999));
        api.patch(id, new JsonObject().put("events", gone))
                .statusCode(422)
                .body("violations.field", contains("events[0].properties.emailId"));
    }

    @Test
    void the_list_is_searched_filtered_and_sorted() {
        api.created(campaign("Beta", 7));
        api.created(campaign("Alpha 100%", 7));
        api.published(campaign("Gamma", 7, tag("a", "x")));
        api.everything()
                .queryParam("orderBy", "name")
                .queryParam("orderDir", "asc")
                .queryParam("limit", 2)
                .get(CAMPAIGNS)
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        contains("Alpha 100%", "Beta"),
                        "total",
                        equalTo(3),
                        "totalPages",
                        equalTo(2),
                        "nextCursor",
                        equalTo("2"));
        api.everything()
                .queryParam("search", "100%")
                .get(CAMPAIGNS)
                .then()
                .body("items.name", contains("Alpha 100%"));
        api.everything()
                .queryParam("status", "published")
                .get(CAMPAIGNS)
                .then()
                .body("items.name", contains("Gamma"));
        api.everything()
                .queryParam("orderBy", "name; drop table campaign")
                .get(CAMPAIGNS)
                .then()
                .statusCode(422);
        api.everything().queryParam("cursor", "'").get(CAMPAIGNS).then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', campaign:campaigns:read",
        "POST, '', campaign:campaigns:write",
        "GET, /{id}, campaign:campaigns:read",
        "PATCH, /{id}, campaign:campaigns:write",
        "DELETE, /{id}, campaign:campaigns:write",
        "POST, /{id}/publish, campaign:campaigns:publish",
        "POST, /{id}/unpublish, campaign:campaigns:publish",
        "GET, /{id}/log, campaign:campaigns:read",
        "GET, /{id}/figures, campaign:campaigns:read"
    })
    void each_address_asks_who_comes_and_shows_nothing_of_others(
            String method, String path, String permission) {
        long id = api.created(campaign("Private", 7, tag("a", "x")));
        String address = CAMPAIGNS + path.replace("{id}", Long.toString(id));
        String body = "{\"name\":\"Mine\"}";

        given().contentType(ContentType.JSON)
                .body(body)
                .request(method, address)
                .then()
                .statusCode(401);
        String other =
                permission.endsWith("read") ? "crm:contacts:read" : "campaign:campaigns:read";
        api.as(other).body(body).request(method, address).then().statusCode(403);

        Api stranger = new Api(TestOrganizations.next());
        if (path.isEmpty()) {
            stranger.as("campaign:campaigns:read").get(CAMPAIGNS).then().body("total", equalTo(0));
        } else {
            stranger.as(permission).body(body).request(method, address).then().statusCode(404);
            assertThat(
                            TestDatabase.value(
                                    "select name || ' ' || status from campaign.campaign where id = "
                                            + id))
                    .isEqualTo("Private draft");
        }
    }

    @Test
    void a_running_campaign_that_breaks_a_newer_rule_runs_and_can_be_edited() {
        long id = api.published(campaign("Old", 7, points("score", 5)));
        TestDatabase.execute(
                "update campaign.campaign set graph = replace(graph, '\"delta\":5', '\"delta\":5000000') where id = "
                        + id);
        String address = CAMPAIGNS + "/" + id;

        api.everything()
                .get(address)
                .then()
                .statusCode(200)
                .body("events[0].properties.delta", equalTo(5_000_000));
        api.patch(id, new JsonObject().put("name", "Older")).statusCode(200);
        api.patch(
                        id,
                        new JsonObject()
                                .put(
                                        "events",
                                        new JsonArray()
                                                .add(points("score", 5_000_000))
                                                .add(points("more", 6_000_000))))
                .statusCode(422)
                .body("violations.field", contains("events[1].properties.delta"));

        EventProbe.publish(
                "crm",
                organization,
                "ContactAddedToSegment",
                5,
                new JsonObject()
                        .put("contactId", 5)
                        .put("segmentId", 7)
                        .put("segmentName", "Seven")
                        .put("manually", false)
                        .put("revision", 1));
        api.awaitLog(id, 5, "score executed");
    }
}
