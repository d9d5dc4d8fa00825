package io.mauntic.content.form;

import static io.mauntic.content.form.FormsApi.READ;
import static io.mauntic.content.form.FormsApi.WRITE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class FormsApiTest {

    private final OrganizationId organization = TestOrganizations.next();
    private final FormsApi api = new FormsApi(organization);

    @Test
    void a_form_is_made_found_changed_and_deleted() {
        String alias = FormsApi.alias("newsletter");
        long id = api.create(alias);

        api.as(READ)
                .get("/api/content/forms/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Newsletter"))
                .body("publicUrl", equalTo("http://localhost:8080/f/" + alias))
                .body("fields.alias", contains("email", "first_name", "topic"))
                .body("fields[0].mapsTo", equalTo("email"))
                .body("fields[2].options", contains("Engines", "Looms"))
                .body("postAction.type", equalTo("message"))
                .body("submissions", equalTo(0));
        api.as(WRITE)
                .body(
                        "{\"name\": \"News\", \"postAction\": {\"type\": \"redirect\", \"url\": \"https://example.com/thanks\"}}")
                .patch("/api/content/forms/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("News"))
                .body("alias", equalTo(alias))
                .body("postAction.url", equalTo("https://example.com/thanks"))
                .body("fields.alias", contains("email", "first_name", "topic"));
        api.as(WRITE).delete("/api/content/forms/" + id).then().statusCode(204);
        api.as(READ)
                .get("/api/content/forms/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("form-not-found"));
        given().get("/f/" + alias).then().statusCode(404);
        api.create(alias);
    }

    @Test
    void forms_are_listed_searched_and_sorted() {
        String first = FormsApi.alias("alpha");
        String second = FormsApi.alias("beta");
        api.create(first);
        api.create(second);

        api.as(READ)
                .get("/api/content/forms?orderBy=alias&orderDir=asc&limit=1")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("totalPages", equalTo(2))
                .body("items.alias", contains(first));
        api.as(READ)
                .queryParam("search", second)
                .get("/api/content/forms")
                .then()
                .statusCode(200)
                .body("items.alias", contains(second));
        api.as(READ)
                .queryParam("search", "100%")
                .get("/api/content/forms")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        api.as(READ)
                .queryParam("orderBy", "name; drop table form")
                .get("/api/content/forms")
                .then()
                .statusCode(422)
                .body("violations.field", contains("orderBy"));
    }

    @Test
    void a_second_form_with_the_same_alias_is_refused_whoever_owns_the_first() {
        String alias = FormsApi.alias("taken");
        api.create(alias);
        FormsApi other = new FormsApi(TestOrganizations.next());

        api.as(WRITE)
                .body(FormsApi.form(alias))
                .post("/api/content/forms")
                .then()
                .statusCode(409)
                .body("code", equalTo("form-alias-taken"))
                .body("detail", containsString(alias))
                .body("violations.field", contains("alias"));
        other.as(WRITE)
                .body(FormsApi.form(alias))
                .post("/api/content/forms")
                .then()
                .statusCode(409);
        long id = other.create(FormsApi.alias("free"));
        other.as(WRITE)
                .body("{\"alias\": \"" + alias + "\"}")
                .patch("/api/content/forms/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void what_is_wrong_is_named_field_by_field() {
        api.as(WRITE)
                .body(
                        "{\"name\": \"X\", \"alias\": \"No Spaces\", \"fields\": [{\"alias\": \"a\", \"label\": \"A\", \"type\": \"text\"}]}")
                .post("/api/content/forms")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("alias"));
        api.as(WRITE)
                .body(
                        "{\"name\": \"X\", \"alias\": \"fine\", \"fields\": [{\"alias\": \"a\", \"label\": \"A\", \"type\": \"select\"}]}")
                .post("/api/content/forms")
                .then()
                .statusCode(422)
                .body("violations.field", contains("fields[0].options"));
        api.as(WRITE)
                .body(
                        "{\"name\": \"X\", \"alias\": \"fine\", \"fields\": [{\"alias\": \"a\", \"label\": \"A\", \"type\": \"palantir\"}]}")
                .post("/api/content/forms")
                .then()
                .statusCode(400);
        api.as(WRITE).body("{\"name\": ").post("/api/content/forms").then().statusCode(400);
        long id = api.create(FormsApi.alias("patched"));
        api.as(WRITE)
                .body("{\"nonsense\": 1}")
                .patch("/api/content/forms/" + id)
                .then()
                .statusCode(400);
        api.as(WRITE)
                .body("{\"fields\": []}")
                .patch("/api/content/forms/" + id)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("fields"));
    }

    @Test
    void the_same_key_makes_one_form() {
        String form = FormsApi.form(FormsApi.alias("once"));
        int first =
                api.as(WRITE)
                        .header("Idempotency-Key", "k1")
                        .body(form)
                        .post("/api/content/forms")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        api.as(WRITE)
                .header("Idempotency-Key", "k1")
                .body(form)
                .post("/api/content/forms")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void nobody_gets_in_without_a_token_or_the_permission_or_from_another_organization() {
        long id = api.create(FormsApi.alias("walled"));
        String form = "/api/content/forms/" + id;
        FormsApi stranger = new FormsApi(TestOrganizations.next());

        given().get(form).then().statusCode(401);
        given().get("/api/content/site").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of(organization, "crm:contacts:read"))
                .get(form)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of(organization, "crm:contacts:read"))
                .get("/api/content/forms")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of(organization, "crm:contacts:read"))
                .get("/api/content/site")
                .then()
                .statusCode(403);
        api.as(READ).body(FormsApi.form("x")).post("/api/content/forms").then().statusCode(403);
        api.as(READ).body("{}").patch(form).then().statusCode(403);
        api.as(READ).delete(form).then().statusCode(403);
        stranger.as(READ).get(form).then().statusCode(404);
        stranger.as(WRITE).body("{\"name\": \"Mine\"}").patch(form).then().statusCode(404);
        stranger.as(WRITE).delete(form).then().statusCode(404);
        stranger.as(READ).get(form + "/submissions").then().statusCode(404);
        stranger.as(READ)
                .get("/api/content/forms")
                .then()
                .statusCode(200)
                .body("items", equalTo(java.util.List.of()));
        api.as(READ).get("/api/content/forms/0").then().statusCode(404);
        api.as(READ).get(form).then().statusCode(200).body("name", not(nullValue()));
    }
}
