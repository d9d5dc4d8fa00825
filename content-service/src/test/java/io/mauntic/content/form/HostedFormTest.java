package io.mauntic.content.form;

import static io.mauntic.content.form.FormsApi.READ;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.Announced;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class HostedFormTest {

    private final OrganizationId organization = TestOrganizations.next();
    private final FormsApi api = new FormsApi(organization);

    @Test
    void a_visitor_sees_a_page_that_needs_no_script() {
        String alias = FormsApi.alias("page");
        api.create(alias);

        String html =
                given().get("/f/" + alias)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/html"))
                        .header("Content-Security-Policy", containsString("default-src 'none'"))
                        .extract()
                        .asString();

        Document page = Jsoup.parse(html);
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("form").attr("method")).isEqualTo("post");
        assertThat(page.select("form").attr("action"))
                .isEqualTo("http://localhost:8080/f/" + alias);
        assertThat(
                        page.select(
                                        "label[for="
                                                + page.select("input[name=email]").attr("id")
                                                + "]")
                                .text())
                .isEqualTo("Your email");
        assertThat(page.select("input[name=email]").attr("type")).isEqualTo("email");
        assertThat(page.select("input[name=email]").attr("autocomplete")).isEqualTo("email");
        assertThat(page.select("select[name=topic] option").eachText())
                .containsExactly("Please choose", "Engines", "Looms");
        given().get("/f/" + alias + "/form.css")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/css"));
    }

    @Test
    void a_submission_is_kept_and_told_on_the_realtime_lane() {
        String alias = FormsApi.alias("submit");
        long id = api.create(alias);

        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("mtc_id", "visitor-0123456789abcdef")
                .formParam("email", "Ada@Example.com")
                .formParam("first_name", "Adä & \"Co\"")
                .formParam("utm_source", "spring")
                .post("/f/" + alias)
                .then()
                .statusCode(200)
                .body(containsString("Thank you, we write soon."));

        EventProbe.Seen event =
                EventProbe.await("content.events", organization, "FormSubmitted", 1).getFirst();
        assertThat(event.key()).isEqualTo("visitor-0123456789abcdef");
        assertThat(event.data().getLong("formId")).isEqualTo(id);
        assertThat(event.data().getString("formAlias")).isEqualTo(alias);
        assertThat(event.data().getJsonObject("values"))
                .isEqualTo(
                        new JsonObject()
                                .put("email", "ada@example.com")
                                .put("first_name", "Adä & \"Co\""));
        assertThat(event.data().getJsonObject("contactFields"))
                .isEqualTo(
                        new JsonObject()
                                .put("email", "ada@example.com")
                                .put("firstname", "Adä & \"Co\""));
        assertThat(event.data().getString("pageUrl")).isEqualTo("http://localhost:8080/f/" + alias);
        api.as(READ)
                .get("/api/content/forms/" + id + "/submissions")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].id", equalTo(event.data().getInteger("submissionId")))
                .body("items[0].values.email", equalTo("ada@example.com"));
        api.as(READ).get("/api/content/forms/" + id).then().body("submissions", equalTo(1));
    }

    @Test
    void a_multipart_post_is_as_good() {
        String alias = FormsApi.alias("multipart");
        long id = api.create(alias);

        given().multiPart("email", "grace@example.com")
                .multiPart("topic", "Looms")
                .multiPart("file", "virus.exe", new byte[] {1, 2, 3})
                .post("/f/" + alias)
                .then()
                .statusCode(200);

        api.as(READ)
                .get("/api/content/forms/" + id + "/submissions")
                .then()
                .body("items[0].values.topic", equalTo("Looms"));
    }

    @Test
    void wrong_answers_come_back_with_what_was_typed() {
        String alias = FormsApi.alias("wrong");
        long id = api.create(alias);

        String html =
                given().contentType("application/x-www-form-urlencoded")
                        .formParam("email", "nobody\"><script>alert(1)</script>")
                        .formParam("first_name", "Ada")
                        .formParam("topic", "Spying")
                        .post("/f/" + alias)
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString();

        Document page = Jsoup.parse(html);
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("input[name=email]").attr("value"))
                .isEqualTo("nobody\"><script>alert(1)</script>");
        assertThat(page.select("input[name=email]").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("input[name=first_name]").attr("value")).isEqualTo("Ada");
        assertThat(page.select(".mt-summary li").eachText())
                .containsExactly(
                        "Your email: Please enter an email address, such as name@example.com.",
                        "Topic: Please choose one of the options.");
        api.as(READ)
                .get("/api/content/forms/" + id + "/submissions")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void a_good_submission_can_lead_to_another_page() {
        String alias = FormsApi.alias("redirect");
        api.createWith(
                FormsApi.form(
                        alias,
                        "{\"type\": \"redirect\", \"url\": \"https://example.com/thanks?a=b\"}"));

        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", "ada@example.com")
                .post("/f/" + alias)
                .then()
                .statusCode(303)
                .header("Location", "https://example.com/thanks?a=b");
    }

    @Test
    void a_machine_that_fills_the_trap_leaves_nothing_behind() {
        String alias = FormsApi.alias("trap");
        long id = api.create(alias);

        given().contentType("application/x-www-form-urlencoded")
                .formParam("email", "bot@example.com")
                .formParam("mt-website", "https://spam.example")
                .post("/f/" + alias)
                .then()
                .statusCode(200)
                .body(containsString("Thank you"));

        api.as(READ)
                .get("/api/content/forms/" + id + "/submissions")
                .then()
                .body("total", equalTo(0));
        assertThat(EventProbe.seen("content.events", organization)).isEmpty();
    }

    @Test
    void the_embedding_script_carries_the_form_and_gets_answers_it_can_read() {
        String alias = FormsApi.alias("embed");
        api.create(alias);

        given().get("/f/" + alias + "/embed.js")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/javascript"))
                .header("Access-Control-Allow-Origin", "*")
                .body(containsString("data-mt-form=\\\"" + alias + "\\\""));
        given().header("Origin", "https://shop.example")
                .accept("application/json")
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", "ada@example.com")
                .formParam("mt-page", "https://shop.example/news")
                .formParam("mt-visitor", "0123456789abcdef0123456789abcdef")
                .post("/f/" + alias)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("message", equalTo("Thank you, we write soon."));
        given().accept("application/json")
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", "nope")
                .post("/f/" + alias)
                .then()
                .statusCode(422)
                .body("html", containsString("aria-invalid"))
                .body("errors.email", containsString("email address"));
        EventProbe.Seen event =
                EventProbe.await("content.events", organization, "FormSubmitted", 1).getFirst();
        assertThat(event.data().getString("pageUrl")).isEqualTo("https://shop.example/news");
        assertThat(event.data().getString("visitorId"))
                .isEqualTo("0123456789abcdef0123456789abcdef");
    }

    @Test
    void what_is_no_form_and_what_is_too_much_is_refused() {
        String alias = FormsApi.alias("limits");
        api.create(alias);

        given().get("/f/no-such-form").then().statusCode(404).contentType(startsWith("text/html"));
        given().contentType("application/x-www-form-urlencoded")
                .body("a=b")
                .post("/f/no-such-form")
                .then()
                .statusCode(404);
        given().get("/f/no-such-form/embed.js").then().statusCode(404);
        assertThat(Announced.post("/f/" + alias, "application/x-www-form-urlencoded", 300_000))
                .isEqualTo(413);
        given().contentType("application/json")
                .body("{}")
                .post("/f/" + alias)
                .then()
                .statusCode(415);
        given().contentType("application/x-www-form-urlencoded")
                .body("%%%=%&=&email=%00")
                .post("/f/" + alias)
                .then()
                .statusCode(422);
    }

    @Test
    void submissions_are_listed_newest_first_and_searched() {
        String alias = FormsApi.alias("list");
        long id = api.create(alias);
        for (String email :
                java.util.List.of("one@example.com", "two@example.com", "three@example.com")) {
            given().contentType("application/x-www-form-urlencoded")
                    .formParam("email", email)
                    .post("/f/" + alias)
                    .then()
                    .statusCode(200);
        }
        String address = "/api/content/forms/" + id + "/submissions";

        String cursor =
                api.as(READ)
                        .get(address + "?limit=2")
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(3))
                        .body(
                                "items.values.email",
                                contains("three@example.com", "two@example.com"))
                        .extract()
                        .path("nextCursor");
        api.as(READ)
                .get(address + "?limit=2&cursor=" + cursor)
                .then()
                .body("items.values.email", contains("one@example.com"));
        api.as(READ)
                .get(address + "?search=two@")
                .then()
                .body("items.values.email", contains("two@example.com"))
                .body("total", equalTo(1));
        api.as(READ).get(address + "?cursor=x").then().statusCode(422);
    }
}
