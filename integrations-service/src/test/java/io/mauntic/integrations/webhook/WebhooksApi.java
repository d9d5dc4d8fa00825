package io.mauntic.integrations.webhook;

import static io.restassured.RestAssured.given;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Calls the API as somebody of an organization. */
public final class WebhooksApi {

    public static final String READ = "integrations:webhooks:read";
    public static final String WRITE = "integrations:webhooks:write";
    public static final String WEBHOOKS = "/api/integrations/webhooks";

    private final OrganizationId organization;

    public WebhooksApi(OrganizationId organization) {
        this.organization = organization;
    }

    /** A webhook that was just made. */
    public record Created(long id, String secret) {

        public String address() {
            return WEBHOOKS + "/" + id;
        }
    }

    public RequestSpecification as(String... permissions) {
        return given().auth()
                .oauth2(TestTokens.of(organization, permissions))
                .contentType("application/json");
    }

    public Created create(String url, String... events) {
        JsonPath created =
                as(WRITE)
                        .body(webhook("Warehouse", url, events))
                        .post(WEBHOOKS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        return new Created(created.getLong("id"), created.getString("secret"));
    }

    public JsonPath deliveries(Created webhook) {
        return as(READ).get(webhook.address() + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static String webhook(String name, String url, String... events) {
        return new JsonObject()
                .put("name", name)
                .put("url", url)
                .put("events", new JsonArray(List.of(events)))
                .encode();
    }
}
