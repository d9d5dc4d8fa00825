package io.mauntic.identity.organization;

import static io.mauntic.identity.Company.PASSWORD;
import static io.mauntic.identity.Company.address;
import static io.mauntic.identity.Company.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mauntic.identity.Company;
import io.mauntic.identity.SignIn;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person, one account, two employers. */
@QuarkusTest
@WithComponents
class SeveralOrganizationsTest {

    private static final String MINE = "/api/identity/me/organizations";
    private static final String SWITCH = "/api/identity/me/organization";

    private Company first;
    private Company second;
    private String email;
    private long inFirst;
    private long inSecond;
    private String subject;

    @BeforeEach
    void work_for_both() {
        first = Company.create();
        second = Company.create();
        email = address("zoe");
        inFirst = first.hire(person("Zoe Zwei", email, "marketer"));
        subject = token().getString("sub");
        inSecond = second.hire(person("Zoe Zwei", email, "reader"));
    }

    @Test
    void joining_changes_neither_password_nor_token_before_the_switch() {
        assertThat(token().getLong("organization_id")).isEqualTo(first.id.value());
        assertThat(token().getJsonArray("permissions")).contains("crm:contacts:write");
        me(first)
                .get(MINE)
                .then()
                .statusCode(200)
                .body("items.name", containsInAnyOrder(first.name, second.name))
                .body("items.findAll { it.current }.name", contains(first.name));
    }

    @Test
    void after_the_switch_the_token_speaks_for_the_other_organization_with_the_role_held_there() {
        choose(second, 200);

        assertThat(token().getLong("organization_id")).isEqualTo(second.id.value());
        assertThat(token().getString("organization_name")).isEqualTo(second.name);
        assertThat(token().getJsonArray("permissions"))
                .contains("crm:contacts:read")
                .doesNotContain("crm:contacts:write");
        me(second).get("/api/identity/me").then().body("id", equalTo((int) inSecond));

        choose(first, 200);
        assertThat(token().getJsonArray("permissions")).contains("crm:contacts:write");
    }

    @Test
    void an_organization_that_one_is_no_active_member_of_is_not_there() {
        Company stranger = Company.create();
        choose(stranger, 404);
        second.asAdministrator()
                .post("/api/identity/users/" + inSecond + "/block")
                .then()
                .statusCode(200);
        choose(second, 404);
        given().contentType(ContentType.JSON)
                .body(choice(first))
                .post(SWITCH)
                .then()
                .statusCode(401);
        given().get(MINE).then().statusCode(401);
        first.with("crm:contacts:read").get(MINE).then().statusCode(403);
        first.with("crm:contacts:read").body(choice(first)).post(SWITCH).then().statusCode(403);
        me(first).body("{\"id\":0}").post(SWITCH).then().statusCode(422);
    }

    @Test
    void who_is_blocked_where_they_work_goes_on_in_the_other_organization() {
        first.asAdministrator()
                .post("/api/identity/users/" + inFirst + "/block")
                .then()
                .statusCode(200);

        assertThat(token().getLong("organization_id")).isEqualTo(second.id.value());
        me(second).get(MINE).then().body("items.name", contains(second.name));

        first.asAdministrator()
                .post("/api/identity/users/" + inFirst + "/unblock")
                .then()
                .statusCode(200);
        choose(first, 200);
        assertThat(token().getLong("organization_id")).isEqualTo(first.id.value());
    }

    @Test
    void who_is_blocked_in_both_cannot_sign_in_until_one_of_them_unblocks() {
        first.asAdministrator()
                .post("/api/identity/users/" + inFirst + "/block")
                .then()
                .statusCode(200);
        second.asAdministrator()
                .post("/api/identity/users/" + inSecond + "/block")
                .then()
                .statusCode(200);
        assertThat(SignIn.person(email, PASSWORD)).isEmpty();

        first.asAdministrator()
                .post("/api/identity/users/" + inFirst + "/unblock")
                .then()
                .statusCode(200);
        assertThat(token().getLong("organization_id")).isEqualTo(first.id.value());
        choose(second, 404);
    }

    @Test
    void the_account_goes_with_the_last_organization() {
        first.asAdministrator().delete("/api/identity/users/" + inFirst).then().statusCode(204);
        assertThat(token().getLong("organization_id")).isEqualTo(second.id.value());
        second.asAdministrator().delete("/api/identity/users/" + inSecond).then().statusCode(204);
        assertThat(SignIn.person(email, PASSWORD)).isEmpty();
    }

    @Test
    void neither_organization_can_take_the_account_over() {
        second.asAdministrator()
                .body(new JsonObject().put("email", address("mine")).encode())
                .patch("/api/identity/users/" + inSecond)
                .then()
                .statusCode(409)
                .body("code", equalTo("address-is-their-own"));
        Company third = Company.create();
        third.asAdministrator()
                .body(person("Zoe", email, "reader").encode())
                .post("/api/identity/users")
                .then()
                .statusCode(201)
                .body("state", equalTo("invited"));
        second.asAdministrator()
                .body("{\"role\":\"administrator\",\"name\":\"Zoe Anders\"}")
                .patch("/api/identity/users/" + inSecond)
                .then()
                .statusCode(200);
        assertThat(token().getString("name")).isEqualTo("Zoe Zwei");
        assertThat(token().getJsonArray("permissions")).doesNotContain("identity:users:write");
    }

    @Test
    void a_new_name_reaches_whoever_has_chosen_the_organization() {
        choose(second, 200);
        second.asAdministrator()
                .body("{\"name\":\"Second & Sons\"}")
                .patch("/api/identity/organization")
                .then()
                .statusCode(200);
        assertThat(token().getString("organization_name")).isEqualTo("Second & Sons");
    }

    @Test
    void the_pages_offer_the_other_organization_and_change_to_it() {
        me(first)
                .get("/ui/identity/organizations/menu")
                .then()
                .statusCode(200)
                .body(allOf(containsString(second.name), containsString("/" + second.id)));
        first.asAdministrator()
                .get("/ui/identity/organizations/menu")
                .then()
                .body(allOf(containsString("Test Company"), not(containsString("<details"))));
        me(first)
                .get("/ui/identity/organizations")
                .then()
                .body(allOf(containsString(second.name), containsString("You work here")));
        me(first)
                .redirects()
                .follow(false)
                .post("/ui/identity/organizations/" + second.id)
                .then()
                .statusCode(303)
                .header("X-Mauntic-New-Session", equalTo("true"))
                .header("HX-Trigger", containsString("You work in " + second.name));
        assertThat(token().getLong("organization_id")).isEqualTo(second.id.value());
        me(first).post("/ui/identity/organizations/" + Company.create().id).then().statusCode(404);
        given().get("/ui/identity/organizations").then().statusCode(401);
        first.with("crm:contacts:read").get("/ui/identity/organizations").then().statusCode(403);
    }

    private void choose(Company company, int status) {
        me(first).body(choice(company)).post(SWITCH).then().statusCode(status);
    }

    private static String choice(Company company) {
        return new JsonObject().put("id", company.id.value()).encode();
    }

    private RequestSpecification me(Company company) {
        return given().auth()
                .oauth2(TestTokens.of(subject, company.id, "identity:self:read"))
                .contentType(ContentType.JSON);
    }

    private JsonObject token() {
        return SignIn.person(email, PASSWORD).orElseThrow();
    }
}
