package io.mauntic.campaign;

import static io.restassured.RestAssured.given;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Campaigns as an integrator of an organization uses them. */
public record Api(OrganizationId organization) {

    public static final String CAMPAIGNS = "/api/campaign/campaigns";

    public RequestSpecification as(String... permissions) {
        return given().auth()
                .oauth2(TestTokens.of(organization, permissions))
                .contentType(ContentType.JSON);
    }

    public RequestSpecification everything() {
        return as(
                "campaign:campaigns:read",
                "campaign:campaigns:write",
                "campaign:campaigns:publish");
    }

    public ValidatableResponse create(JsonObject campaign) {
        return everything().body(campaign.encode()).post(CAMPAIGNS).then();
    }

    public long created(JsonObject campaign) {
        return create(campaign).statusCode(201).extract().jsonPath().getLong("id");
    }

    public long published(JsonObject campaign) {
        long id = created(campaign);
        publish(id).statusCode(200);
        return id;
    }

    public ValidatableResponse publish(long id) {
        return everything().post(CAMPAIGNS + "/" + id + "/publish").then();
    }

    public ValidatableResponse patch(long id, JsonObject changes) {
        return everything().body(changes.encode()).patch(CAMPAIGNS + "/" + id).then();
    }

    /**
     * The log as lines such as {@code 7 mail sent} or {@code 7 opened executed yes}, in the order
     * of events.
     */
    public List<String> log(long id, long contact) {
        List<Map<String, Object>> items =
                everything()
                        .queryParam("contactId", contact)
                        .queryParam("orderDir", "asc")
                        .queryParam("limit", 100)
                        .get(CAMPAIGNS + "/" + id + "/log")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items");
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Object path = item.get("path");
            lines.add(
                    item.get("eventKey")
                            + " "
                            + item.get("status")
                            + (path == null ? "" : " " + path));
        }
        return lines;
    }

    public void awaitLog(long id, long contact, String... lines) {
        Eventually.asserted(
                () ->
                        org.assertj.core.api.Assertions.assertThat(log(id, contact))
                                .containsExactlyInAnyOrder(lines));
    }

    public static JsonObject campaign(String name, long segment, JsonObject... events) {
        return new JsonObject()
                .put("name", name)
                .put(
                        "sources",
                        new JsonArray()
                                .add(new JsonObject().put("type", "segment").put("id", segment)))
                .put("events", new JsonArray(List.of(events)));
    }

    public static JsonObject event(String key, String kind, JsonObject properties) {
        String type =
                kind.equals("contact.field")
                        ? "condition"
                        : kind.equals("email.open") || kind.equals("email.click")
                                ? "decision"
                                : "action";
        return new JsonObject()
                .put("key", key)
                .put("type", type)
                .put("kind", kind)
                .put("properties", properties);
    }

    public static JsonObject below(JsonObject event, String parent, String path) {
        JsonObject placed = event.copy().put("parent", parent);
        return path == null ? placed : placed.put("path", path);
    }

    public static JsonObject after(JsonObject event, long value, String unit) {
        return event.copy()
                .put(
                        "schedule",
                        new JsonObject()
                                .put("mode", "interval")
                                .put("value", value)
                                .put("unit", unit));
    }

    public static JsonObject mail(String key, long email) {
        return event(key, "email.send", new JsonObject().put("emailId", email));
    }

    public static JsonObject tag(String key, String tag) {
        return event(
                key,
                "contact.tags",
                new JsonObject()
                        .put("add", new JsonArray().add(tag))
                        .put("remove", new JsonArray()));
    }

    public static JsonObject points(String key, int delta) {
        return event(key, "contact.points", new JsonObject().put("delta", delta));
    }

    public static JsonObject opened(String key) {
        return event(key, "email.open", new JsonObject());
    }

    public static JsonObject clicked(String key) {
        return event(key, "email.click", new JsonObject());
    }
}
