package io.mauntic.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Role by route, made from the contracts: a route that is new is in it. */
class AccessTest {

    private static Api reader;
    private static Api marketer;

    @BeforeAll
    static void signIn() {
        reader = Api.as(Platform.READER);
        marketer = Api.as(Platform.MARKETER);
    }

    static Stream<Contracts.Operation> operations() {
        return Contracts.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void without_a_token_every_route_answers_401(Contracts.Operation operation) {
        Response answer =
                given().baseUri(Platform.URL)
                        .contentType(operation.contentType())
                        .request(operation.verb(), operation.path());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_reader_reads_everything_and_changes_nothing(Contracts.Operation operation) {
        Response answer =
                reader.send(operation.verb(), operation.path(), operation.contentType(), "{}");

        if (operation.permission().endsWith(":read")) {
            assertThat(answer.statusCode()).isNotIn(401, 403, 500, 502, 503);
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_marketer_changes_neither_users_nor_webhooks(Contracts.Operation operation) {
        boolean refused =
                operation
                                .permission()
                                .matches(
                                        "identity:(?!self).*:write|integrations:webhooks:write|platform:.*")
                        || operation.path().equals("/api/identity/organizations");
        if (refused) {
            assertThat(
                            marketer.send(
                                            operation.verb(),
                                            operation.path(),
                                            operation.contentType(),
                                            "{}")
                                    .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_bearer_is_told_who_they_are() {
        var me = Api.as(Platform.ADMINISTRATOR).get("/api/identity/me");

        assertThat(me.path("email").asText()).isEqualTo(Platform.ADMINISTRATOR);
        assertThat(me.path("organization").path("name").asText()).isEqualTo("Demo Company");
        assertThat(me.path("permissions").toString())
                .contains("crm:contacts:delete")
                .doesNotContain("platform:organizations:act");
    }

    @Test
    void a_token_that_was_tampered_with_is_401() {
        for (String token :
                List.of(
                        "nonsense",
                        "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwib3JnYW5pemF0aW9uX2lkIjoxfQ.")) {
            given().baseUri(Platform.URL)
                    .auth()
                    .oauth2(token)
                    .get("/api/crm/contacts")
                    .then()
                    .statusCode(401);
        }
    }
}
