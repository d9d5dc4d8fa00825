package io.mauntic.identity.user;

import static io.mauntic.identity.Company.PASSWORD;
import static io.mauntic.identity.Company.address;
import static io.mauntic.identity.Company.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.identity.Company;
import io.mauntic.identity.SignIn;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class UsersTest {

    private Company company;

    @BeforeEach
    void found() {
        company = Company.create();
    }

    @Test
    void a_made_user_can_sign_in_and_the_token_says_what_they_may_do() {
        String email = address("mia");
        company.hire(person("Mia Berg", email, "reader"));

        JsonObject token = SignIn.person(email, PASSWORD).orElseThrow();
        assertThat(token.getLong("organization_id")).isEqualTo(company.id.value());
        assertThat(token.getString("organization_name")).isEqualTo(company.name);
        assertThat(token.getString("name")).isEqualTo("Mia Berg");
        assertThat(token.getJsonArray("permissions"))
                .contains("crm:contacts:read")
                .doesNotContain("crm:contacts:write");
        assertThat(EventProbe.await("identity.events", company.id, "MemberAdded", 2))
                .extracting(event -> event.data().getString("role"))
                .containsExactlyInAnyOrder("administrator", "reader");
    }

    @Test
    void a_blocked_user_is_signed_out_and_cannot_sign_in_until_unblocked() {
        String email = address("tom");
        long id = company.hire(person("Tom", email, "marketer"));
        String session =
                SignIn.person(email, PASSWORD, "openid").jsonPath().getString("refresh_token");
        assertThat(SignIn.goesOn(session)).isTrue();

        company.asAdministrator()
                .post("/api/identity/users/" + id + "/block")
                .then()
                .statusCode(200)
                .body("state", equalTo("blocked"))
                .body("pending", nullValue());

        assertThat(SignIn.person(email, PASSWORD)).isEmpty();
        assertThat(SignIn.goesOn(session)).isFalse();
        EventProbe.await("identity.events", company.id, "UserBlocked", 1);

        company.asAdministrator()
                .post("/api/identity/users/" + id + "/unblock")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        assertThat(SignIn.person(email, PASSWORD)).isPresent();
    }

    @Test
    void a_changed_role_is_in_the_next_token() {
        String email = address("ann");
        long id = company.hire(person("Ann Other", email, "reader"));

        company.asAdministrator()
                .body(
                        new JsonObject()
                                .put("email", email.toUpperCase())
                                .put("role", "marketer")
                                .encode())
                .patch("/api/identity/users/" + id)
                .then()
                .statusCode(200)
                .body("email", equalTo(email))
                .body("role", equalTo("marketer"))
                .body("name", equalTo("Ann Other"));

        assertThat(SignIn.person(email, PASSWORD).orElseThrow().getJsonArray("permissions"))
                .contains("crm:contacts:write")
                .doesNotContain("identity:users:write");
    }

    @Test
    void nobody_else_changes_or_verifies_the_address_that_a_person_signs_in_with() {
        String email = address("theirs");
        long id = company.hire(person("Theo Theirs", email, "reader"));
        String user = "/api/identity/users/" + id;

        company.asAdministrator()
                .body(new JsonObject().put("email", address("mine")).encode())
                .patch(user)
                .then()
                .statusCode(409)
                .body("code", equalTo("address-is-their-own"))
                .body("violations.field", hasItem("email"));
        company.asAdministrator()
                .body("{\"name\":\"Theo Renamed\"}")
                .patch(user)
                .then()
                .statusCode(200)
                .body("email", equalTo(email));

        JsonObject token = SignIn.person(email, PASSWORD).orElseThrow();
        assertThat(token.getString("name")).isEqualTo("Theo Renamed");
        assertThat(token.getString("email")).isEqualTo(email);
    }

    @Test
    void a_changed_name_is_looked_at_as_closely_as_a_new_one() {
        company.asAdministrator()
                .body("{\"name\":\"<script>\"}")
                .patch("/api/identity/users/" + company.administrator)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("name"));
    }

    @Test
    void a_name_that_could_not_be_entered_today_stands_in_the_way_of_no_other_change() {
        String email = address("long");
        long id = company.hire(person("Ann Other", email, "reader"));
        String name = "Ann " + "x".repeat(230);
        TestDatabase.execute(
                "update identity.user_account set name = '%s' where id = %d".formatted(name, id));

        company.asAdministrator()
                .body("{\"role\":\"marketer\"}")
                .patch("/api/identity/users/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("pending", nullValue());

        assertThat(SignIn.person(email, PASSWORD).orElseThrow().getString("name")).isEqualTo(name);
        refused(person(name, address("x"), "reader"), 422, "name");
    }

    @Test
    void a_deleted_user_is_gone_from_the_list_and_from_the_sign_in() {
        String email = address("gone");
        long id = company.hire(person("Gone Girl", email, "reader"));

        company.asAdministrator().delete("/api/identity/users/" + id).then().statusCode(204);

        company.asAdministrator().get("/api/identity/users/" + id).then().statusCode(404);
        company.asAdministrator()
                .get("/api/identity/users?search=gone")
                .then()
                .body("total", equalTo(0));
        assertThat(SignIn.person(email, PASSWORD)).isEmpty();
        assertThat(
                        TestDatabase.number(
                                "select count(*) from identity.user_account where id = " + id))
                .isZero();
        EventProbe.await("identity.events", company.id, "MemberRemoved", 1);
    }

    @Test
    void nobody_blocks_or_deletes_themselves() {
        String self = "/api/identity/users/" + company.administrator;
        company.hire(person("Second Boss", address("second"), "administrator"));

        company.asAdministrator()
                .post(self + "/block")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-account-is-used"));
        company.asAdministrator()
                .delete(self)
                .then()
                .statusCode(409)
                .body("code", equalTo("own-account-is-used"));
    }

    @Test
    void the_last_administrator_stays() {
        String last = "/api/identity/users/" + company.administrator;
        String[] all =
                io.mauntic.identity.role.BuiltInRole.ADMINISTRATOR
                        .permissions()
                        .toArray(String[]::new);

        company.with(all)
                .post(last + "/block")
                .then()
                .statusCode(409)
                .body("code", equalTo("last-administrator-stays"));
        company.with(all)
                .delete(last)
                .then()
                .statusCode(409)
                .body("code", equalTo("last-administrator-stays"));
        company.asAdministrator()
                .body("{\"role\":\"reader\"}")
                .patch(last)
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "This is the last active administrator. Make somebody else an administrator first."));
        assertThat(SignIn.person(company.email, PASSWORD)).isPresent();
    }

    @Test
    void nobody_hands_out_more_than_they_have() {
        company.with("identity:users:write")
                .body(person("Mole", address("mole"), "administrator").encode())
                .post("/api/identity/users")
                .then()
                .statusCode(403)
                .body("code", equalTo("permission-not-held"));
        company.with("identity:users:write")
                .body("{\"name\":\"Boss Less\"}")
                .patch("/api/identity/users/" + company.administrator)
                .then()
                .statusCode(403);
    }

    @Test
    void an_address_is_in_an_organization_once() {
        company.asAdministrator()
                .body(person("Twin", company.email, "reader").encode())
                .post("/api/identity/users")
                .then()
                .statusCode(409)
                .body("code", equalTo("email-taken"))
                .body("violations.field", hasItem("email"));
    }

    @Test
    void another_organization_sees_none_of_it() {
        Company stranger = Company.create();
        String user = "/api/identity/users/" + company.administrator;

        stranger.asAdministrator().get(user).then().statusCode(404);
        stranger.asAdministrator()
                .body("{\"name\":\"Mine Now\"}")
                .patch(user)
                .then()
                .statusCode(404);
        stranger.asAdministrator().post(user + "/block").then().statusCode(404);
        stranger.asAdministrator().post(user + "/unblock").then().statusCode(404);
        stranger.asAdministrator().delete(user).then().statusCode(404);
        stranger.asAdministrator().get("/api/identity/users").then().body("total", equalTo(1));
    }

    @Test
    void what_is_wrong_is_said_with_its_field() {
        refused(person(" ", address("x"), "reader"), 422, "name");
        refused(person("<script>", address("x"), "reader"), 422, "name");
        refused(person("Ok", "not an address", "reader"), 422, "email");
        refused(person("Ok", address("x"), "emperor"), 422, "role");
        refused(person("Ok", address("x"), "reader").put("password", PASSWORD), 400, "password");
        refused(person("Ok", address("x"), "reader").put("admin", true), 400, "admin");
    }

    @Test
    void without_a_token_401_and_without_the_permission_403() {
        given().get("/api/identity/users").then().statusCode(401);
        company.with("identity:users:read").get("/api/identity/users").then().statusCode(200);
        company.with("crm:contacts:read").get("/api/identity/users").then().statusCode(403);
        company.with("identity:users:read")
                .post("/api/identity/users/1/block")
                .then()
                .statusCode(403);
        company.with("identity:users:read").delete("/api/identity/users/1").then().statusCode(403);
    }

    private void refused(JsonObject order, int status, String field) {
        company.asAdministrator()
                .body(order.encode())
                .post("/api/identity/users")
                .then()
                .statusCode(status)
                .body("violations.field", hasItem(field));
    }
}
