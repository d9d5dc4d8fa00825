package io.mauntic.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Forms may have five submissions a second here, and ten seconds of them at once. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LimitsTest {

    @Test
    void a_form_that_is_flooded_is_refused_and_the_others_are_not() {
        int accepted = 0;
        Response last = post("flooded");
        while (last.statusCode() != 429 && accepted < 1_000) {
            accepted++;
            last = post("flooded");
        }

        assertThat(accepted).isGreaterThanOrEqualTo(50);
        last.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("RateLimit-Policy", equalTo("\"form\";q=50;w=10"))
                .header("RateLimit", equalTo("\"form\";r=0;t=1"))
                .body("code", equalTo("too-many-requests"));
        post("quiet").then().header("RateLimit", equalTo("\"form\";r=49;t=0"));
    }

    @Test
    void every_answer_tells_what_is_left() {
        given().get("/mtc.js")
                .then()
                .header("RateLimit-Policy", equalTo("\"address\";q=1000;w=10"))
                .header("RateLimit", matchesPattern("\"address\";r=\\d+;t=0"));
    }

    private static Response post(String form) {
        return given().formParam("email", "a@example.com").post("/f/" + form);
    }
}
