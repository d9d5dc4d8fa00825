package io.mauntic.identity;

import static io.mauntic.identity.Company.PASSWORD;
import static io.mauntic.identity.Company.address;
import static io.mauntic.identity.Company.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class PagesTest {

    private static final String USERS = "/ui/identity/users";

    private Company company;

    @BeforeEach
    void found() {
        company = Company.create();
    }

    @Test
    void the_list_shows_users_with_role_and_state_and_actions_only_to_who_may() {
        company.hire(person("Mia Berg", address("mia"), "marketer"));
        page().get(USERS)
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Mia Berg"),
                                containsString("Marketer"),
                                containsString("Active"),
                                containsString("/block")));
        company.with("identity:users:read")
                .get(USERS + "?search=mia&orderBy=createdAt&orderDir=desc")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Mia Berg"),
                                not(containsString("Bea Boss")),
                                not(containsString("/block"))));
    }

    @Test
    void an_invitation_is_mailed_shown_sent_again_and_withdrawn() {
        String email = address("mailed");
        form().formParam("name", "Mailed Person")
                .formParam("email", email)
                .formParam("role", "reader")
                .post(USERS + "/new")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/identity/users"))
                .header("HX-Trigger", containsString("invites Mailed Person"));
        Eventually.until("the mail", () -> Mailbox.count(email) == 1);
        String user =
                "%s/%d"
                        .formatted(
                                USERS,
                                TestDatabase.number(
                                        "select id from identity.user_account where email = '%s'"
                                                .formatted(email)));
        page().get(USERS + "?search=mailed")
                .then()
                .body(
                        allOf(
                                containsString("Invited"),
                                containsString("Send the invitation again"),
                                containsString("Withdraw"),
                                not(containsString("/block\""))));
        form().post(user + "/invite").then().statusCode(303);
        Eventually.until("the second mail", () -> Mailbox.count(email) == 2);
        page().get(user + "/remove")
                .then()
                .statusCode(200)
                .body(containsString("Withdraw the invitation of Mailed Person?"))
                .body(not(containsString("can no longer sign in")));
        form().post(user + "/remove").then().statusCode(303);
        page().get(USERS + "?search=mailed").then().body(not(containsString("Mailed Person")));
    }

    @Test
    void a_wrong_form_comes_back_with_its_values_and_sentences() {
        form().formParam("name", "Keeps <b>this</b>")
                .formParam("email", "nowhere")
                .formParam("role", "reader")
                .post(USERS + "/new")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("Keeps &lt;b&gt;this&lt;/b&gt;"),
                                containsString("field-name-error")));
        form().formParam("name", "Fine")
                .formParam("email", company.email)
                .formParam("role", "reader")
                .post(USERS + "/new")
                .then()
                .statusCode(422)
                .body(containsString("This address already has an account."));
    }

    @Test
    void editing_blocking_and_removing_go_back_to_the_list() {
        String email = address("ed");
        String user = USERS + "/" + company.hire(person("Ed Old", email, "reader"));
        page().get(user + "/edit").then().statusCode(200).body(containsString("Ed Old"));
        form().formParam("name", "Ed New")
                .formParam("email", address("other"))
                .formParam("role", "marketer")
                .post(user + "/edit")
                .then()
                .statusCode(303);
        assertThat(SignIn.person(email, PASSWORD).orElseThrow().getString("name"))
                .isEqualTo("Ed New");
        form().post(user + "/block")
                .then()
                .statusCode(303)
                .header("HX-Trigger", containsString("Ed New is blocked and signed out"));
        assertThat(SignIn.person(email, PASSWORD)).isEmpty();
        form().post(user + "/unblock").then().statusCode(303);
        page().get(user + "/remove").then().statusCode(200).body(containsString("Remove Ed New?"));
        form().post(user + "/remove").then().statusCode(303);
        page().get(user + "/edit").then().statusCode(404).body(containsString("This is not there"));
        form().post(USERS + "/" + company.administrator + "/block")
                .then()
                .statusCode(303)
                .header("HX-Trigger", containsString("You cannot block your own account."));
    }

    @Test
    void a_role_is_made_changed_and_deleted_and_built_in_ones_are_locked() {
        form().formParam("name", "Editors")
                .formParam("permissions", "messaging:emails:read", "messaging:emails:write")
                .post("/ui/identity/roles/new")
                .then()
                .statusCode(303);
        form().formParam("name", "Editors")
                .formParam("permissions", "crm:contacts:read")
                .post("/ui/identity/roles/new")
                .then()
                .statusCode(422)
                .body(containsString("There is a role of this name already."));
        long own = role(3);
        page().get("/ui/identity/roles")
                .then()
                .body(allOf(containsString("Editors"), containsString("comes with Mauntic")));
        page().get("/ui/identity/roles/" + own)
                .then()
                .body(containsString("value=\"messaging:emails:write\" checked"));
        page().get("/ui/identity/roles/" + role(0))
                .then()
                .statusCode(200)
                .body(containsString("disabled"));
        form().formParam("name", "Readers of mail")
                .formParam("permissions", "messaging:emails:read")
                .post("/ui/identity/roles/" + own)
                .then()
                .statusCode(303);
        form().post("/ui/identity/roles/" + own + "/delete")
                .then()
                .statusCode(303)
                .header("HX-Trigger", containsString("Role deleted"));
    }

    @Test
    void an_api_client_shows_its_secret_once() {
        page().get("/ui/identity/clients")
                .then()
                .statusCode(200)
                .body(containsString("No program uses the API yet"));
        form().formParam("name", "Shop")
                .formParam("role", "reader")
                .post("/ui/identity/clients/new")
                .then()
                .statusCode(200)
                .body(containsString("id=\"made-secret\""));
        page().get("/ui/identity/clients")
                .then()
                .body(allOf(containsString("Shop"), not(containsString("made-secret"))));
        form().formParam("name", " ")
                .formParam("role", "reader")
                .post("/ui/identity/clients/new")
                .then()
                .statusCode(422);
    }

    @Test
    void nobody_is_led_to_a_page_that_they_may_not_see() {
        company.with("identity:clients:read", "identity:roles:read")
                .get("/ui/identity/clients")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/app/identity/roles\""))
                .body(containsString("href=\"/app/identity/clients\""))
                .body(not(containsString("href=\"/app/identity/users\"")));
    }

    @Test
    void pages_need_a_token_and_the_permission() {
        for (String page : new String[] {USERS, "/ui/identity/roles", "/ui/identity/clients"}) {
            given().get(page).then().statusCode(401);
            company.with("crm:contacts:read").get(page).then().statusCode(403);
        }
        company.with("identity:users:read").get(USERS + "/new").then().statusCode(403);
        Company stranger = Company.create();
        stranger.asAdministrator()
                .get(USERS + "/" + company.administrator + "/edit")
                .then()
                .statusCode(404);
    }

    private long role(int position) {
        return company.asAdministrator()
                .get("/api/identity/roles")
                .jsonPath()
                .getLong("items[" + position + "].id");
    }

    private RequestSpecification page() {
        return company.asAdministrator();
    }

    private RequestSpecification form() {
        return company.asAdministrator().contentType(ContentType.URLENC).redirects().follow(false);
    }
}
