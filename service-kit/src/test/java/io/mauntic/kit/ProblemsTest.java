package io.mauntic.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bearer may not do, or did wrong, is said as a problem that helps. */
@QuarkusTest
@WithComponents
class ProblemsTest {

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void no_token_is_401() {
        given().get("/api/kit/notes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
    }

    @Test
    void a_token_that_nobody_signed_is_401() {
        String token = TestTokens.of(organization, "kit:notes:read");
        given().auth()
                .oauth2(token.substring(0, token.length() - 6) + "AAAAAA")
                .get("/api/kit/notes")
                .then()
                .statusCode(401);
    }

    @Test
    void a_token_for_another_audience_is_401() {
        for (String audience : List.of("mauntic-api-test", "account")) {
            given().auth()
                    .oauth2(TestTokens.forAudience(audience, organization, "kit:notes:read"))
                    .get("/api/kit/notes")
                    .then()
                    .statusCode(401);
        }
        given().auth()
                .oauth2(TestTokens.forAudience("mauntic-api", organization, "kit:notes:read"))
                .get("/api/kit/notes")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
    }

    @Test
    void no_permission_is_403_and_names_it() {
        given().auth()
                .oauth2(TestTokens.of(organization, "kit:notes:write"))
                .get("/api/kit/notes")
                .then()
                .statusCode(403)
                .body(
                        "detail",
                        equalTo("You may not do this: it needs the permission kit:notes:read."));
    }

    @Test
    void a_method_of_which_nobody_said_who_may_is_refused_to_all() {
        given().auth()
                .oauth2(TestTokens.of(organization, "kit:notes:read", "kit:notes:write"))
                .get("/api/kit/notes/forgotten")
                .then()
                .statusCode(403);
    }

    @Test
    void a_refused_value_is_422_and_names_its_field() {
        given().get("/api/kit/notes/refused")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-values"))
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].message", equalTo("This note is refused."));
    }

    @Test
    void a_constraint_of_the_contract_is_422_and_names_its_field() {
        post("{\"text\": \" \"}").statusCode(422).body("violations[0].field", equalTo("text"));
    }

    @Test
    void a_missing_field_is_422_and_is_named() {
        post("{}").statusCode(422).body("violations[0].field", equalTo("text"));
    }

    @Test
    void malformed_json_is_400() {
        post("{\"text\": ").statusCode(400).body("code", equalTo("malformed-json"));
    }

    @Test
    void an_unknown_field_is_400_and_is_named() {
        post("{\"text\": \"a\", \"colour\": \"red\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("colour"));
    }

    @Test
    void a_value_of_the_wrong_type_is_400_and_is_named() {
        post("{\"text\": {}}").statusCode(400).body("violations[0].field", equalTo("text"));
    }

    @Test
    void an_unexpected_failure_tells_nothing_of_its_cause() {
        given().get("/api/kit/notes/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(not(containsString("cheese")))
                .body("detail", containsString("please try again"));
    }

    @Test
    void health_metrics_and_the_contract_need_no_token() {
        for (String path :
                new String[] {
                    "/q/health/live",
                    "/q/health/ready",
                    "/q/health/started",
                    "/q/metrics",
                    "/q/openapi"
                }) {
            given().get(path).then().statusCode(200);
        }
    }

    private io.restassured.response.ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(TestTokens.of(organization, "kit:notes:write"))
                .contentType("application/json")
                .body(body)
                .post("/api/kit/notes")
                .then();
    }
}
