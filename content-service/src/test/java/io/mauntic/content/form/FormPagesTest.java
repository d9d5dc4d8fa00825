package io.mauntic.content.form;

import static io.mauntic.content.form.FormsApi.READ;
import static io.mauntic.content.form.FormsApi.WRITE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class FormPagesTest {

    private static final String FORMS = "/ui/content/forms";

    private final OrganizationId organization = TestOrganizations.next();
    private final FormsApi api = new FormsApi(organization);

    @Test
    void without_forms_the_page_says_what_to_do_first() {
        Document page = page(FORMS);

        assertThat(page.select(".empty-title").text()).isEqualTo("No forms yet");
        assertThat(page.select(".empty a").attr("href")).isEqualTo("/app/content/forms/new");
        assertThat(reader().get(FORMS).asString()).doesNotContain("/app/content/forms/new");
    }

    @Test
    void a_form_is_built_without_a_script_button_by_button() {
        String alias = FormsApi.alias("built");
        Document start = page(FORMS + "/new");
        assertThat(start.select("#form-canvas fieldset")).hasSize(2);

        Document added = press(start, "/new", "add:select", Map.of());
        assertThat(labels(added)).containsExactly("Email", "First name", "Choice from a list");
        assertThat(added.select("textarea[name=fields[2].options]").text())
                .contains("Second choice");

        Document moved = press(added, "/new", "up:2", Map.of("name", "Built by hand"));
        assertThat(labels(moved)).containsExactly("Email", "Choice from a list", "First name");
        assertThat(moved.select("input[name=name]").attr("value")).isEqualTo("Built by hand");

        Document removed = press(moved, "/new", "remove:2", Map.of());
        assertThat(labels(removed)).containsExactly("Email", "Choice from a list");

        Map<String, String> filled = fields(removed);
        filled.put("alias", alias);
        filled.put("do", "save");
        String location =
                writer().formParams(filled)
                        .post(FORMS + "/new")
                        .then()
                        .statusCode(303)
                        .header("HX-Trigger", containsString("The form was saved."))
                        .header("Location", containsString("/app/content/forms/"))
                        .extract()
                        .header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        api.as(READ)
                .get("/api/content/forms/" + id)
                .then()
                .body("name", equalTo("Built by hand"))
                .body("fields.alias", equalTo(java.util.List.of("email", "choice_from_a_list")))
                .body("fields[0].mapsTo", equalTo("email"));
        given().get("/f/" + alias).then().statusCode(200);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
        Map<String, String> filled = fields(page(FORMS + "/new"));
        filled.put("name", "");
        filled.put("alias", "No Good");
        filled.put("fields[1].label", "");
        filled.put("postAction.message", "Kept");

        Response answer = writer().formParams(filled).post(FORMS + "/new");

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select(".alert-danger li")).hasSize(3);
        assertThat(page.select("#field-name-error").text())
                .isEqualTo("Please give the form a name.");
        assertThat(page.select("input[name=alias]").attr("value")).isEqualTo("No Good");
        assertThat(page.select("textarea[name=postAction.message]").text()).isEqualTo("Kept");
    }

    @Test
    void a_form_without_a_name_is_told_so_once() {
        Map<String, String> filled = fields(page(FORMS + "/new"));
        filled.put("fields[1].label", "");

        Document page = Jsoup.parse(writer().formParams(filled).post(FORMS + "/new").asString());

        assertThat(page.select(".alert-danger li").eachText())
                .containsExactly("Please give the form a name.", "Please give the field a label.");
    }

    @Test
    void an_alias_that_is_taken_is_said_beside_it() {
        String alias = FormsApi.alias("mine");
        api.create(alias);
        Map<String, String> filled = fields(page(FORMS + "/new"));
        filled.put("name", "Second");
        filled.put("alias", alias);

        Response answer = writer().formParams(filled).post(FORMS + "/new");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.asString()).select("#field-alias-error").text())
                .contains(alias);
    }

    @Test
    void a_form_is_edited_where_it_is_shown() {
        long id = api.create(FormsApi.alias("edited"));
        Document page = page(FORMS + "/" + id + "/edit");
        assertThat(labels(page)).containsExactly("Your email", "First name", "Topic");
        assertThat(page.select("form#form-builder").attr("action"))
                .isEqualTo("/app/content/forms/" + id + "/edit");
        Map<String, String> filled = fields(page);
        filled.put("name", "Renamed");

        writer().formParams(filled)
                .post(FORMS + "/" + id + "/edit")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/content/forms/" + id));

        assertThat(page(FORMS + "/" + id).select("h1").text()).isEqualTo("Renamed");
    }

    @Test
    void the_canvas_and_the_preview_change_in_place() {
        Map<String, String> filled = fields(page(FORMS + "/new"));
        filled.put("fields[0].label", "Where may we write to?");
        Map<String, String> adding = new LinkedHashMap<>(filled);
        adding.put("do", "add:phone");

        writer().formParams(adding)
                .post(FORMS + "/canvas")
                .then()
                .statusCode(200)
                .header("HX-Trigger", containsString("formChanged"))
                .body(startsWith("<section id=\"form-canvas\""))
                .body(containsString("autofocus"));
        writer().formParams(filled)
                .post(FORMS + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("Where may we write to?"))
                .body(containsString("inert"));
    }

    @Test
    void a_forms_page_shows_how_to_share_it_and_what_came_in() {
        String alias = FormsApi.alias("shared");
        long id = api.create(alias);
        given().contentType("application/x-www-form-urlencoded")
                .formParam("email", "ada@example.com")
                .post("/f/" + alias)
                .then()
                .statusCode(200);

        Document page = page(FORMS + "/" + id);
        assertThat(page.select("#form-link").text()).isEqualTo("http://localhost:8080/f/" + alias);
        assertThat(page.select("#form-script").text())
                .isEqualTo(
                        "<script src=\"http://localhost:8080/f/" + alias + "/embed.js\"></script>");
        assertThat(page.text()).contains("Your email: ada@example.com");
        Document submissions = page(FORMS + "/" + id + "/submissions");
        assertThat(submissions.select("tbody dd").eachText()).containsExactly("ada@example.com");
        assertThat(page(FORMS).select("tbody td").eachText())
                .contains("Newsletter", "/f/" + alias, "1");
    }

    @Test
    void deleting_asks_first_and_says_what_goes() {
        long id = api.create(FormsApi.alias("gone"));

        assertThat(page(FORMS + "/" + id + "/delete").select("form").attr("action"))
                .isEqualTo("/app/content/forms/" + id + "/delete");
        writer().post(FORMS + "/" + id + "/delete")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/content/forms"));
        writer().get(FORMS + "/" + id)
                .then()
                .statusCode(404)
                .body(containsString("This form is not here"));
        writer().post(FORMS + "/" + id + "/delete").then().statusCode(404);
    }

    @Test
    void the_snippet_for_websites_can_be_copied() {
        assertThat(page("/ui/content/site").select("#site-snippet").text())
                .startsWith("<script src=\"http://localhost:8080/mtc.js?o=")
                .endsWith("\" async></script>");
    }

    @Test
    void german_browsers_get_german_words() {
        writer().header("Accept-Language", "de")
                .get(FORMS)
                .then()
                .statusCode(200)
                .body(containsString("Noch keine Formulare"));
    }

    @Test
    void pages_are_closed_to_strangers_and_to_those_who_may_not() {
        long id = api.create(FormsApi.alias("closed"));
        OrganizationId other = TestOrganizations.next();

        for (String page :
                java.util.List.of(
                        FORMS,
                        FORMS + "/" + id,
                        FORMS + "/" + id + "/submissions",
                        "/ui/content/site",
                        FORMS + "/new")) {
            given().get(page).then().statusCode(401);
            given().auth()
                    .oauth2(TestTokens.of(organization, "crm:contacts:read"))
                    .get(page)
                    .then()
                    .statusCode(403);
        }
        reader().get(FORMS + "/new").then().statusCode(403);
        reader().get(FORMS + "/" + id + "/edit").then().statusCode(403);
        reader().get(FORMS + "/" + id).then().statusCode(200).body(not(containsString("/edit")));
        given().auth()
                .oauth2(TestTokens.of(other, READ, WRITE))
                .get(FORMS + "/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.of(other, READ, WRITE))
                .get(FORMS + "/" + id + "/submissions")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.of(other, READ, WRITE))
                .get(FORMS + "/" + id + "/edit")
                .then()
                .statusCode(404);
    }

    private Document page(String address) {
        return Jsoup.parse(writer().get(address).then().statusCode(200).extract().asString());
    }

    private Document press(
            Document page, String address, String button, Map<String, String> typed) {
        Map<String, String> fields = fields(page);
        fields.putAll(typed);
        fields.put("do", button);
        return Jsoup.parse(
                writer().formParams(fields)
                        .post(FORMS + address)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    /** What a browser without a script would send. */
    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input :
                page.select("#form-builder input, #form-builder textarea, #form-builder select")) {
            boolean unticked = input.attr("type").equals("checkbox") && !input.hasAttr("checked");
            if (!unticked) {
                fields.put(input.attr("name"), value(input));
            }
        }
        return fields;
    }

    private static String value(Element input) {
        return switch (input.tagName()) {
            case "textarea" -> input.wholeText().strip();
            case "select" -> input.select("option[selected]").attr("value");
            default -> input.attr("value");
        };
    }

    private static java.util.List<String> labels(Document page) {
        return page.select("#form-canvas legend").eachText();
    }

    private RequestSpecification writer() {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .auth()
                .oauth2(TestTokens.of(organization, READ, WRITE));
    }

    private RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.of(organization, READ));
    }
}
