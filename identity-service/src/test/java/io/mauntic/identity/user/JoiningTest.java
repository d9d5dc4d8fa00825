package io.mauntic.identity.user;

import static io.mauntic.identity.Company.PASSWORD;
import static io.mauntic.identity.Company.address;
import static io.mauntic.identity.Company.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.identity.Company;
import io.mauntic.identity.Mailbox;
import io.mauntic.identity.Owner;
import io.mauntic.identity.SignIn;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody joins an organization but by a link in a mail to them. */
@QuarkusTest
@WithComponents
class JoiningTest {

    private Company company;

    @BeforeEach
    void found() {
        company = Company.create();
    }

    @Test
    void the_answer_does_not_tell_whether_the_address_has_an_account() {
        Company other = Company.create();

        JsonObject unknown = invite(company, person("Pia", address("new"), "reader"));
        JsonObject known = invite(company, person("Pia", other.email, "reader"));

        assertThat(known.fieldNames()).isEqualTo(unknown.fieldNames());
        assertThat(known.getString("state")).isEqualTo("invited");
        assertThat(unknown.getString("state")).isEqualTo("invited");
    }

    @Test
    void nothing_changes_for_who_has_an_account_until_they_accept() {
        Company other = Company.create();
        String email = address("both");
        other.hire(person("Bo Both", email, "marketer"));
        long id = company.invite(person("Somebody Else", email, "administrator"));
        Eventually.until("the mail", () -> Mailbox.count(email) == 2);

        JsonObject before = SignIn.person(email, PASSWORD).orElseThrow();
        assertThat(before.getLong("organization_id")).isEqualTo(other.id.value());
        assertThat(before.getString("name")).isEqualTo("Bo Both");
        assertThat(organizations(other, before)).isEqualTo(1);

        Owner.join(Owner.joinLink(Mailbox.link(email)));

        assertThat(organizations(other, before)).isEqualTo(2);
        assertThat(SignIn.person(email, PASSWORD).orElseThrow().getString("name"))
                .isEqualTo("Bo Both");
        company.asAdministrator()
                .get("/api/identity/users/" + id)
                .then()
                .body("state", equalTo("active"));
    }

    @Test
    void a_link_lets_in_once_and_only_the_newest_does() {
        String email = address("once");
        long id = company.invite(person("Ona Once", email, "reader"));
        Eventually.until("the mail", () -> Mailbox.count(email) == 1);
        String older = Owner.joinLink(Mailbox.link(email));
        given().get(older)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store, private")
                .body(containsString("Join " + company.name));
        company.asAdministrator()
                .post("/api/identity/users/" + id + "/invite")
                .then()
                .statusCode(200)
                .body("state", equalTo("invited"));
        Eventually.until("the second mail", () -> Mailbox.count(email) == 2);
        given().post(older).then().statusCode(404);

        String newest = Owner.joinLink(Mailbox.link(email));
        given().post(newest).then().statusCode(200);
        given().post(newest).then().statusCode(404);
        given().get(newest).then().statusCode(404);

        JsonObject token = SignIn.person(email, PASSWORD).orElseThrow();
        assertThat(token.getLong("organization_id")).isEqualTo(company.id.value());
        assertThat(token.getBoolean("email_verified")).isTrue();
        assertThat(EventProbe.await("identity.events", company.id, "MemberAdded", 2))
                .extracting(event -> event.data().getString("role"))
                .containsExactlyInAnyOrder("administrator", "reader");
    }

    @Test
    void an_invitation_ends_after_three_days_and_when_it_is_withdrawn() {
        String email = address("late");
        long id = company.invite(person("Lee Late", email, "reader"));
        Eventually.until("the mail", () -> Mailbox.count(email) == 1);
        String link = Owner.joinLink(Mailbox.link(email));
        TestDatabase.execute(
                "update identity.user_account set invitation_until = now() - interval '1 second' where id = "
                        + id);
        given().post(link).then().statusCode(404);
        TestDatabase.execute(
                "update identity.user_account set invitation_until = now() + interval '1 day' where id = "
                        + id);
        company.asAdministrator().delete("/api/identity/users/" + id).then().statusCode(204);
        given().post(link).then().statusCode(404).body(containsString("no longer open"));
        given().get("/join/1-1-" + "x".repeat(43)).then().statusCode(404);
        given().get("/join/nonsense").then().statusCode(404);
    }

    @Test
    void who_has_not_joined_is_neither_shut_out_nor_let_in() {
        String user =
                "/api/identity/users/" + company.invite(person("No", address("no"), "reader"));
        for (String door : new String[] {"/block", "/unblock"}) {
            company.asAdministrator()
                    .post(user + door)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("not-joined-yet"));
        }
        company.asAdministrator().get(user).then().body("state", equalTo("invited"));
        Company.create().asAdministrator().post(user + "/invite").then().statusCode(404);
        company.with("identity:users:read").post(user + "/invite").then().statusCode(403);
        given().post(user + "/invite").then().statusCode(401);
    }

    private static JsonObject invite(Company company, JsonObject person) {
        return new JsonObject(
                company.asAdministrator()
                        .body(person.encode())
                        .post("/api/identity/users")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString());
    }

    private static int organizations(Company company, JsonObject token) {
        return given().auth()
                .oauth2(
                        io.mauntic.kit.test.TestTokens.of(
                                token.getString("sub"), company.id, "identity:self:read"))
                .get("/api/identity/me/organizations")
                .jsonPath()
                .getList("items")
                .size();
    }
}
