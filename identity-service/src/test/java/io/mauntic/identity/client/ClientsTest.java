package io.mauntic.identity.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.identity.Company;
import io.mauntic.identity.SignIn;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class ClientsTest {

    private Company company;

    @BeforeEach
    void found() {
        company = Company.create();
    }

    @Test
    void a_program_gets_tokens_of_its_organization_with_its_permissions() {
        Response made =
                create(
                        new JsonObject()
                                .put("permissions", new JsonArray().add("crm:contacts:read")));

        JsonObject token = token(made.jsonPath().getString("secret"), made);
        assertThat(token.getLong("organization_id")).isEqualTo(company.id.value());
        assertThat(token.getString("organization_name")).isEqualTo(company.name);
        assertThat(token.getJsonArray("permissions"))
                .containsExactlyInAnyOrder("identity:self:read", "crm:contacts:read");
        company.asAdministrator()
                .get("/api/identity/clients/" + made.jsonPath().getLong("id"))
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("name", equalTo("Warehouse"));
        company.asAdministrator()
                .get("/api/identity/clients?search=ware")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void a_program_with_a_role_may_do_what_the_role_says() {
        Response made = create(new JsonObject().put("role", "reader"));
        assertThat(token(made.jsonPath().getString("secret"), made).getJsonArray("permissions"))
                .contains("analytics:reports:read")
                .doesNotContain("crm:contacts:write");
    }

    @Test
    void a_new_secret_ends_the_old_one() {
        Response made = create(new JsonObject().put("role", "reader"));
        String fresh =
                company.asAdministrator()
                        .post("/api/identity/clients/" + made.jsonPath().getLong("id") + "/secret")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .path("secret");
        assertThat(SignIn.program(made.path("clientId"), made.path("secret"))).isEmpty();
        token(fresh, made);
    }

    @Test
    void a_deleted_program_gets_no_token() {
        Response made = create(new JsonObject().put("role", "reader"));
        String client = "/api/identity/clients/" + made.jsonPath().getLong("id");
        company.asAdministrator().delete(client).then().statusCode(204);
        company.asAdministrator().get(client).then().statusCode(404);
        assertThat(SignIn.program(made.path("clientId"), made.path("secret"))).isEmpty();
    }

    @Test
    void a_program_needs_a_role_or_permissions_and_no_more_than_its_maker_has() {
        refused(new JsonObject(), 422, "permissions");
        refused(
                new JsonObject()
                        .put("role", "reader")
                        .put("permissions", new JsonArray().add("crm:contacts:read")),
                422,
                "permissions");
        refused(new JsonObject().put("role", "emperor"), 422, "role");
        refused(
                new JsonObject().put("permissions", new JsonArray().add("crm:everything")),
                422,
                "permissions");
        company.with("identity:clients:write")
                .body(new JsonObject().put("name", "Mole").put("role", "administrator").encode())
                .post("/api/identity/clients")
                .then()
                .statusCode(403);
    }

    @Test
    void nobody_gets_or_ends_a_program_that_may_do_more_than_they() {
        Response made = create(new JsonObject().put("role", "administrator"));
        String client = "/api/identity/clients/" + made.jsonPath().getLong("id");
        String page = client.replace("/api/", "/ui/");

        company.with("identity:clients:read", "identity:clients:write")
                .post(client + "/secret")
                .then()
                .statusCode(403)
                .body("secret", nullValue());
        company.with("identity:clients:read", "identity:clients:write")
                .contentType("application/x-www-form-urlencoded")
                .post(page + "/secret")
                .then()
                .statusCode(403);
        assertThat(
                        company.with("identity:clients:read", "identity:clients:write")
                                .get("/ui/identity/clients")
                                .asString())
                .contains("Warehouse")
                .doesNotContain("/secret");
        assertThat(company.asAdministrator().get("/ui/identity/clients").asString())
                .contains("/secret");
        company.with("identity:clients:write").delete(client).then().statusCode(403);

        token(made.path("secret"), made);
    }

    @Test
    void another_organization_sees_404_and_the_stranger_401_or_403() {
        String client =
                "/api/identity/clients/"
                        + create(new JsonObject().put("role", "reader")).jsonPath().getLong("id");
        Company stranger = Company.create();
        stranger.asAdministrator().get(client).then().statusCode(404);
        stranger.asAdministrator().post(client + "/secret").then().statusCode(404);
        stranger.asAdministrator().delete(client).then().statusCode(404);
        given().get(client).then().statusCode(401);
        company.with("identity:clients:read").post(client + "/secret").then().statusCode(403);
    }

    private Response create(JsonObject order) {
        Response made =
                company.asAdministrator()
                        .body(order.put("name", "Warehouse").encode())
                        .post("/api/identity/clients");
        made.then().statusCode(201);
        return made;
    }

    private static JsonObject token(String secret, Response made) {
        return SignIn.program(made.path("clientId"), secret).orElseThrow();
    }

    private void refused(JsonObject order, int status, String field) {
        company.asAdministrator()
                .body(order.put("name", "Warehouse").encode())
                .post("/api/identity/clients")
                .then()
                .statusCode(status)
                .body("violations.field", hasItem(field));
    }
}
