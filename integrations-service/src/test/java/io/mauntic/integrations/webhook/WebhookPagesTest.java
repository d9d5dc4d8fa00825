package io.mauntic.integrations.webhook;

import static io.mauntic.integrations.webhook.WebhooksApi.READ;
import static io.mauntic.integrations.webhook.WebhooksApi.WRITE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mauntic.integrations.webhook.WebhooksApi.Created;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class WebhookPagesTest {

    private static final String WEBHOOKS = "/ui/integrations/webhooks";
    private static final String NOBODY = "http://127.0.0.1:9/hook";
    private static final String EVIL = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";

    private final OrganizationId organization = TestOrganizations.next();
    private final WebhooksApi api = new WebhooksApi(organization);

    @Test
    void without_webhooks_the_page_says_what_to_do_first() {
        writer().get(WEBHOOKS)
                .then()
                .statusCode(200)
                .body(containsString("No webhooks yet"))
                .body(containsString("/app/integrations/webhooks/new"));
        reader().get(WEBHOOKS)
                .then()
                .statusCode(200)
                .body(not(containsString("/app/integrations/webhooks/new")));
    }

    @Test
    void a_webhook_is_made_and_its_secret_shown_once() {
        writer().get(WEBHOOKS + "/new")
                .then()
                .statusCode(200)
                .body(containsString("Form submitted"));
        String page =
                writer().formParam("name", "Warehouse")
                        .formParam("url", NOBODY)
                        .formParam("events", "FormSubmitted", "EmailOpened")
                        .post(WEBHOOKS + "/new")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(page).contains("whsec_", "never shown again");
        writer().get(WEBHOOKS)
                .then()
                .body(containsString("Warehouse"))
                .body(containsString(NOBODY))
                .body(not(containsString("whsec_")));
        long id = api.as(READ).get(WebhooksApi.WEBHOOKS).jsonPath().getLong("items[0].id");
        writer().get(WEBHOOKS + "/" + id)
                .then()
                .statusCode(200)
                .body(containsString("Nothing was sent yet"))
                .body(not(containsString("whsec_")));
        writer().get(WEBHOOKS + "/" + id + "/edit")
                .then()
                .statusCode(200)
                .body(containsString("value=\"EmailOpened\" checked"))
                .body(not(containsString("value=\"EmailClicked\" checked")));
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
        writer().formParam("name", EVIL)
                .formParam("url", "nowhere")
                .post(WEBHOOKS + "/new")
                .then()
                .statusCode(422)
                .body(containsString("field-url-error"))
                .body(containsString("field-events-error"))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>")));
    }

    @Test
    void a_webhook_is_changed_and_switched_off_and_on() {
        Created created = api.create(NOBODY, "FormSubmitted");
        String page = WEBHOOKS + "/" + created.id();

        writer().formParam("name", "Shop")
                .formParam("url", NOBODY)
                .formParam("events", "*")
                .post(page + "/edit")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/integrations/webhooks/" + created.id()));
        writer().post(page + "/switch-off")
                .then()
                .statusCode(303)
                .header("HX-Trigger", containsString("switch-on"));
        writer().get(page)
                .then()
                .body(containsString("Shop"))
                .body(containsString("Somebody switched it off."));
        writer().post(page + "/test").then().statusCode(409);
        writer().post(page + "/switch-on").then().statusCode(303);
        api.as(READ)
                .get(created.address())
                .then()
                .body("status", equalTo("active"))
                .body("events", equalTo(List.of("*")));
    }

    @Test
    void a_test_is_logged_and_can_be_sent_again() {
        Created created = api.create(NOBODY, "FormSubmitted");
        String page = WEBHOOKS + "/" + created.id();

        writer().post(page + "/test")
                .then()
                .statusCode(303)
                .header("HX-Trigger", containsString("The test is on its way."));
        Eventually.until(
                "the refused connection is logged",
                () ->
                        writer().get(page)
                                .asString()
                                .contains("The receiver refused the connection."));
        long delivery = api.deliveries(created).getLong("items[0].id");
        writer().get(page + "/deliveries/" + delivery)
                .then()
                .statusCode(200)
                .body(containsString("Delivery of Webhook test"))
                .body(containsString("This is a test. Nothing happened."))
                .body(containsString("/deliveries/" + delivery + "/replay"));
        writer().post(page + "/deliveries/" + delivery + "/replay").then().statusCode(303);
        writer().get(page + "?status=delivered")
                .then()
                .statusCode(200)
                .body(containsString("Nothing found"));
    }

    @Test
    void a_new_secret_is_asked_for_and_shown_once() {
        Created created = api.create(NOBODY, "FormSubmitted");
        String page = WEBHOOKS + "/" + created.id() + "/rotate-secret";

        writer().get(page).then().statusCode(200).body(not(containsString("whsec_")));
        writer().post(page)
                .then()
                .statusCode(200)
                .body(containsString("whsec_"))
                .body(containsString("The former secret signs too until"));
    }

    @Test
    void deleting_asks_first() {
        Created created = api.create(NOBODY, "FormSubmitted");
        String page = WEBHOOKS + "/" + created.id();

        writer().get(page + "/delete").then().statusCode(200).body(containsString("Delete this"));
        writer().post(page + "/delete").then().statusCode(303);
        writer().get(page).then().statusCode(404);
    }

    @Test
    void hostile_names_stay_text() {
        Created created =
                new Created(
                        api.as(WRITE)
                                .body(WebhooksApi.webhook(EVIL, NOBODY, "*"))
                                .post(WebhooksApi.WEBHOOKS)
                                .jsonPath()
                                .getLong("id"),
                        "");

        for (String page : List.of("", "/edit", "/delete", "/rotate-secret")) {
            writer().get(WEBHOOKS + "/" + created.id() + page)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("<script>")))
                    .body(not(containsString("<img")));
        }
        writer().get(WEBHOOKS).then().body(not(containsString("<script>")));
    }

    @Test
    void german_browsers_get_german_words() {
        writer().header("Accept-Language", "de")
                .get(WEBHOOKS)
                .then()
                .body(containsString("Noch keine Webhooks"));
    }

    @Test
    void pages_are_closed_to_strangers_and_to_those_who_may_not() {
        Created created = api.create(NOBODY, "FormSubmitted");
        String page = WEBHOOKS + "/" + created.id();
        String other = TestTokens.of(TestOrganizations.next(), READ, WRITE);

        for (String address : List.of(WEBHOOKS, WEBHOOKS + "/new", page, page + "/edit")) {
            given().get(address).then().statusCode(401);
            given().auth()
                    .oauth2(TestTokens.of(organization, "crm:contacts:read"))
                    .get(address)
                    .then()
                    .statusCode(403);
        }
        for (String write : List.of("/test", "/switch-off", "/rotate-secret", "/delete")) {
            reader().post(page + write).then().statusCode(403);
            given().auth().oauth2(other).post(page + write).then().statusCode(404);
        }
        given().auth().oauth2(other).get(page).then().statusCode(404);
        given().auth().oauth2(other).get(page + "/edit").then().statusCode(404);
        reader().get(page).then().statusCode(200).body(not(containsString("/edit")));
        writer().get(WEBHOOKS + "/nonsense").then().statusCode(404);
    }

    private RequestSpecification writer() {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .auth()
                .oauth2(TestTokens.of(organization, READ, WRITE));
    }

    private RequestSpecification reader() {
        return given().contentType("application/x-www-form-urlencoded")
                .auth()
                .oauth2(TestTokens.of(organization, READ));
    }
}
