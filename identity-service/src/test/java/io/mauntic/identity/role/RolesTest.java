package io.mauntic.identity.role;

import static io.mauntic.identity.Company.PASSWORD;
import static io.mauntic.identity.Company.address;
import static io.mauntic.identity.Company.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mauntic.identity.Company;
import io.mauntic.identity.SignIn;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class RolesTest {

    private Company company;

    @BeforeEach
    void found() {
        company = Company.create();
    }

    @Test
    void three_roles_are_there_from_the_start_and_stay_as_they_are() {
        List<Integer> ids =
                company.asAdministrator()
                        .get("/api/identity/roles")
                        .then()
                        .statusCode(200)
                        .body("items.name", equalTo(List.of("administrator", "marketer", "reader")))
                        .body("items.users", equalTo(List.of(1, 0, 0)))
                        .extract()
                        .path("items.id");
        String reader = "/api/identity/roles/" + ids.getLast();
        company.asAdministrator()
                .body("{\"name\":\"lector\"}")
                .patch(reader)
                .then()
                .statusCode(409);
        company.asAdministrator()
                .delete(reader)
                .then()
                .statusCode(409)
                .body("code", equalTo("role-is-built-in"));
    }

    @Test
    void a_role_of_one_s_own_grants_what_it_says_and_what_it_is_changed_to() {
        long role = create("Newsletter", "messaging:emails:read", "messaging:emails:write");
        String email = address("news");
        company.hire(person("News Letter", email, "newsletter"));
        assertThat(permissions(email))
                .containsExactlyInAnyOrder(
                        "identity:self:read", "messaging:emails:read", "messaging:emails:write");

        company.asAdministrator()
                .body(
                        new JsonObject()
                                .put("permissions", new JsonArray().add("messaging:emails:read"))
                                .encode())
                .patch("/api/identity/roles/" + role)
                .then()
                .statusCode(200)
                .body("name", equalTo("Newsletter"))
                .body("users", equalTo(1));
        assertThat(permissions(email))
                .containsExactlyInAnyOrder("identity:self:read", "messaging:emails:read");
        EventProbe.await("identity.events", company.id, "RoleChanged", 2);
    }

    @Test
    void a_role_is_deleted_only_when_nobody_has_it() {
        long role = create("Short-lived", "crm:contacts:read");
        long user = company.hire(person("Short Stay", address("short"), "Short-lived"));

        company.asAdministrator()
                .delete("/api/identity/roles/" + role)
                .then()
                .statusCode(409)
                .body("code", equalTo("role-in-use"));
        company.asAdministrator().delete("/api/identity/users/" + user).then().statusCode(204);
        company.asAdministrator().delete("/api/identity/roles/" + role).then().statusCode(204);
        company.asAdministrator().get("/api/identity/roles/" + role).then().statusCode(404);
    }

    @Test
    void names_are_taken_once_and_permissions_must_exist_and_be_one_s_own() {
        create("Twice", "crm:contacts:read");
        order("twice", "crm:contacts:read")
                .post("/api/identity/roles")
                .then()
                .statusCode(409)
                .body("violations.field", hasItem("name"));
        order("Godlike", "platform:organizations:act")
                .post("/api/identity/roles")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("permissions"));
        company.with("identity:roles:write")
                .body(
                        new JsonObject()
                                .put("name", "Climber")
                                .put("permissions", new JsonArray().add("identity:users:write"))
                                .encode())
                .post("/api/identity/roles")
                .then()
                .statusCode(403);
    }

    @Test
    void another_organization_sees_404_and_the_stranger_401_or_403() {
        String role = "/api/identity/roles/" + create("Mine", "crm:contacts:read");
        Company stranger = Company.create();
        stranger.asAdministrator().get(role).then().statusCode(404);
        stranger.asAdministrator().body("{\"name\":\"Ours\"}").patch(role).then().statusCode(404);
        stranger.asAdministrator().delete(role).then().statusCode(404);
        given().get(role).then().statusCode(401);
        company.with("crm:contacts:read").get(role).then().statusCode(403);
        company.with("identity:roles:read")
                .get("/api/identity/permissions")
                .then()
                .statusCode(200)
                .body("", hasItem("crm:contacts:read"));
    }

    private long create(String name, String... permissions) {
        return order(name, permissions)
                .post("/api/identity/roles")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private io.restassured.specification.RequestSpecification order(
            String name, String... permissions) {
        return company.asAdministrator()
                .body(
                        new JsonObject()
                                .put("name", name)
                                .put("permissions", new JsonArray(List.of(permissions)))
                                .encode());
    }

    private static List<String> permissions(String email) {
        return SignIn.person(email, PASSWORD).orElseThrow().getJsonArray("permissions").stream()
                .map(Object::toString)
                .toList();
    }
}
