package io.mauntic.identity.organization;

import static io.mauntic.identity.Company.PASSWORD;
import static io.mauntic.identity.Company.address;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.mauntic.identity.Company;
import io.mauntic.identity.SignIn;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class OrganizationsTest {

    private static final OrganizationId DEMO = new OrganizationId(1);

    @Test
    void a_new_organization_has_an_administrator_who_can_sign_in() {
        Company company = Company.create();

        JsonObject token = SignIn.person(company.email, PASSWORD).orElseThrow();
        assertThat(token.getLong("organization_id")).isEqualTo(company.id.value());
        assertThat(token.getJsonArray("permissions"))
                .contains("identity:users:write")
                .doesNotContain("platform:organizations:create");
        EventProbe.await("identity.events", company.id, "OrganizationCreated", 1);
        company.asAdministrator()
                .get("/api/identity/me")
                .then()
                .statusCode(200)
                .body("id", equalTo((int) company.administrator))
                .body("name", equalTo("Bea Boss"))
                .body("email", equalTo(company.email))
                .body("organization.name", equalTo(company.name))
                .body("permissions", hasItems("identity:users:write", "crm:contacts:read"));
    }

    @Test
    void the_same_request_twice_makes_one_organization() {
        String key = UUID.randomUUID().toString();
        Company maker = Company.create();
        String order = Company.order("Once", address("once")).encode();
        long first = create(maker, key, order);
        assertThat(create(maker, key, order)).isEqualTo(first);
    }

    @Test
    void a_new_name_is_in_the_next_token_of_everybody() {
        Company company = Company.create();
        company.asAdministrator()
                .body("{\"name\":\"Renamed & Sons\"}")
                .patch("/api/identity/organization")
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed & Sons"));
        assertThat(
                        SignIn.person(company.email, PASSWORD)
                                .orElseThrow()
                                .getString("organization_name"))
                .isEqualTo("Renamed & Sons");
        company.asAdministrator()
                .get("/api/identity/organization")
                .then()
                .body("name", equalTo("Renamed & Sons"));
    }

    @Test
    void the_organization_of_the_realm_and_its_people_are_adopted() {
        Eventually.asserted(
                () ->
                        given().auth()
                                .oauth2(TestTokens.of(DEMO, "identity:users:read"))
                                .get("/api/identity/users?search=demo.example")
                                .then()
                                .body(
                                        "items.email",
                                        hasItems(
                                                "admin@demo.example",
                                                "marketer@demo.example",
                                                "reader@demo.example"))
                                .body(
                                        "items.find { it.email == 'reader@demo.example' }.role",
                                        equalTo("reader")));
        String subject =
                SignIn.person("marketer@demo.example", "mauntic-demo")
                        .orElseThrow()
                        .getString("sub");
        given().auth()
                .oauth2(TestTokens.of(subject, DEMO, "identity:self:read"))
                .get("/api/identity/me")
                .then()
                .statusCode(200)
                .body("email", equalTo("marketer@demo.example"))
                .body("organization.id", equalTo(1));
    }

    @Test
    void an_organization_with_a_chosen_password_or_without_a_name_is_refused() {
        Company company = Company.create();
        JsonObject chosen = Company.order("Copy", address("x"));
        chosen.getJsonObject("administrator").put("password", PASSWORD);
        platform(company)
                .body(chosen.encode())
                .post("/api/identity/organizations")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("administrator.password"));
        platform(company)
                .body(Company.order(" ", address("x")).encode())
                .post("/api/identity/organizations")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("name"));
    }

    @Test
    void without_a_token_401_and_without_the_permission_403() {
        Company company = Company.create();
        given().get("/api/identity/me").then().statusCode(401);
        given().get("/api/identity/organization").then().statusCode(401);
        company.with("crm:contacts:read").get("/api/identity/me").then().statusCode(403);
        company.with("identity:organization:read")
                .body("{\"name\":\"X\"}")
                .patch("/api/identity/organization")
                .then()
                .statusCode(403);
        company.asAdministrator()
                .body(Company.order("No", address("no")).encode())
                .post("/api/identity/organizations")
                .then()
                .statusCode(403);
    }

    private static long create(Company maker, String key, String order) {
        return platform(maker)
                .header("Idempotency-Key", key)
                .body(order)
                .post("/api/identity/organizations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static io.restassured.specification.RequestSpecification platform(Company company) {
        return company.with("platform:organizations:create").contentType(ContentType.JSON);
    }
}
