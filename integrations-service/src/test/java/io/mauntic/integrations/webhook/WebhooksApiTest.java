package io.mauntic.integrations.webhook;

import static io.mauntic.integrations.webhook.WebhooksApi.READ;
import static io.mauntic.integrations.webhook.WebhooksApi.WEBHOOKS;
import static io.mauntic.integrations.webhook.WebhooksApi.WRITE;
import static io.mauntic.integrations.webhook.WebhooksApi.webhook;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.integrations.webhook.WebhooksApi.Created;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class WebhooksApiTest {

    private static final String URL = "http://127.0.0.1:9/hook";

    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;

    private final OrganizationId organization = TestOrganizations.next();
    private final WebhooksApi api = new WebhooksApi(organization);

    @Test
    void a_webhook_is_made_found_changed_and_deleted() {
        Created created = api.create(URL, "FormSubmitted", "EmailOpened");

        assertThat(created.secret()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(created.secret().substring(6))).hasSize(32);
        api.as(READ)
                .get(created.address())
                .then()
                .statusCode(200)
                .body("name", equalTo("Warehouse"))
                .body("events", contains("EmailOpened", "FormSubmitted"))
                .body("status", equalTo("active"))
                .body("secret", nullValue());
        api.as(WRITE)
                .body("{\"name\": \"Shop\", \"events\": [\"*\"]}")
                .patch(created.address())
                .then()
                .statusCode(200)
                .body("name", equalTo("Shop"))
                .body("url", equalTo(URL))
                .body("events", contains("*"));
        api.as(READ)
                .get(WEBHOOKS + "?search=sho&orderBy=name&orderDir=asc")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items.name", contains("Shop"));
        api.as(WRITE).delete(created.address()).then().statusCode(204);
        api.as(READ).get(created.address()).then().statusCode(404);
        api.as(WRITE).delete(created.address()).then().statusCode(404);
    }

    @Test
    void a_secret_is_never_readable_in_the_database() {
        Created created = api.create(URL, "FormSubmitted");
        byte[] key = Base64.getDecoder().decode(created.secret().substring(6));

        byte[] stored =
                unitOfWork
                        .in(
                                organization,
                                () ->
                                        sql.first(
                                                "select secret from webhook where id = $1",
                                                row -> row.getBuffer(0).getBytes(),
                                                created.id()))
                        .await()
                        .atMost(Duration.ofSeconds(5))
                        .orElseThrow();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
    }

    @Test
    void the_same_key_makes_one_webhook_and_shows_its_secret_again() {
        String body = webhook("Once", URL, "FormSubmitted");

        String first =
                api.as(WRITE)
                        .header("Idempotency-Key", "k")
                        .body(body)
                        .post(WEBHOOKS)
                        .then()
                        .statusCode(201)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .path("secret");
        api.as(WRITE)
                .header("Idempotency-Key", "k")
                .body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .body("secret", equalTo(first));
        api.as(READ).get(WEBHOOKS).then().body("total", equalTo(1));
        Long leaked =
                unitOfWork
                        .in(
                                organization,
                                () ->
                                        sql.number(
                                                "select count(*) from idempotency_key where answer::text"
                                                        + " like '%whsec_%'"))
                        .await()
                        .atMost(Duration.ofSeconds(5));
        assertThat(leaked).isZero();
    }

    @Test
    void disabling_is_told_to_the_other_contexts() {
        Created created = api.create(URL, "FormSubmitted");

        api.as(WRITE)
                .body("{\"status\": \"disabled\"}")
                .patch(created.address())
                .then()
                .statusCode(200)
                .body("status", equalTo("disabled"))
                .body("disabledReason", equalTo("manual"));
        api.as(WRITE).post(created.address() + "/test").then().statusCode(409);

        EventProbe.Seen event =
                EventProbe.await("integrations.events", organization, "WebhookDisabled", 1)
                        .getFirst();
        assertThat(event.data().getString("reason")).isEqualTo("manual");
        api.as(WRITE)
                .body("{\"status\": \"active\"}")
                .patch(created.address())
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("disabledReason", nullValue());
    }

    @Test
    void what_is_wrong_is_named() {
        refused(webhook("", URL, "FormSubmitted"), "name");
        refused(webhook("X", "ftp://example.com", "FormSubmitted"), "url");
        refused(webhook("X", URL, "NoSuchEvent"), "events");
        refused(webhook("X", URL, "WebhookDelivered"), "events");
        refused(webhook("X", URL), "events");
        refused("{\"name\": \"X\"}", "url");
        api.as(WRITE).body("{\"name\"").post(WEBHOOKS).then().statusCode(400);
        api.as(WRITE).body("{\"nonsense\": 1}").post(WEBHOOKS).then().statusCode(400);
        Created created = api.create(URL, "FormSubmitted");
        api.as(WRITE).body("{\"url\": null}").patch(created.address()).then().statusCode(422);
        api.as(WRITE)
                .body("{\"secret\": \"mine\"}")
                .patch(created.address())
                .then()
                .statusCode(400);
        api.as(READ)
                .get(created.address() + "/deliveries?status=lost")
                .then()
                .statusCode(422)
                .body("violations.field", contains("status"));
    }

    @Test
    void the_catalogue_can_be_read() {
        api.as(READ)
                .get("/api/integrations/webhook-events")
                .then()
                .statusCode(200)
                .body("type", hasItems("FormSubmitted", "EmailClicked", "ContactCreated"))
                .body("type", not(hasItem("WebhookDelivered")));
    }

    @Test
    void nobody_gets_in_without_a_token_or_the_permission_or_from_another_organization() {
        Created created = api.create(URL, "FormSubmitted");
        WebhooksApi stranger = new WebhooksApi(TestOrganizations.next());
        String address = created.address();

        for (String read :
                List.of(WEBHOOKS, address, address + "/deliveries", address + "/deliveries/1")) {
            given().get(read).then().statusCode(401);
            api.as("crm:contacts:read").get(read).then().statusCode(403);
        }
        api.as(READ).body(webhook("X", URL, "*")).post(WEBHOOKS).then().statusCode(403);
        api.as(READ).body("{}").patch(address).then().statusCode(403);
        api.as(READ).delete(address).then().statusCode(403);
        for (String write : List.of("/rotate-secret", "/test", "/deliveries/1/replay")) {
            given().contentType("application/json").post(address + write).then().statusCode(401);
            api.as(READ).post(address + write).then().statusCode(403);
            stranger.as(WRITE).post(address + write).then().statusCode(404);
        }
        stranger.as(READ).get(address).then().statusCode(404);
        stranger.as(READ).get(address + "/deliveries").then().statusCode(404);
        stranger.as(READ).get(address + "/deliveries/1").then().statusCode(404);
        stranger.as(WRITE).body("{\"name\": \"Mine\"}").patch(address).then().statusCode(404);
        stranger.as(WRITE).delete(address).then().statusCode(404);
        stranger.as(READ).get(WEBHOOKS).then().body("total", equalTo(0));
        api.as(READ).get(address).then().statusCode(200);
    }

    private void refused(String body, String field) {
        api.as(WRITE)
                .body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem(field));
    }
}
