package io.mauntic.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nothing that is asked of the database lasts for ever, nor longer than somebody waits for it. */
@QuarkusTest
@WithComponents
class TimeoutsTest {

    private static final String SLEEPERS =
            "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query like 'select pg_sleep(%'";

    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;

    private final OrganizationId organization = TestOrganizations.next();
    private final String token = TestTokens.of(organization, "kit:notes:read", "kit:notes:write");

    @Test
    void what_takes_too_long_is_stopped_and_told() {
        given().auth()
                .oauth2(token)
                .get("/api/kit/notes/slow?seconds=60")
                .then()
                .statusCode(503)
                .header("Retry-After", "30")
                .body("code", equalTo("took-too-long"));
    }

    @Test
    void a_lock_that_is_not_had_in_time_is_told_and_nothing_is_changed() {
        TestDatabase.execute(
                "insert into kit.note (organization_id, text) values (%s, 'held')"
                        .formatted(organization));
        TestDatabase.during(
                "select from kit.note where organization_id = %s for update"
                        .formatted(organization),
                () ->
                        given().auth()
                                .oauth2(token)
                                .post("/api/kit/notes/locked")
                                .then()
                                .statusCode(409)
                                .header("Retry-After", "1")
                                .body("code", equalTo("in-use")));
        assertThat(
                        TestDatabase.value(
                                "select text from kit.note where organization_id = "
                                        + organization))
                .isEqualTo("held");
    }

    @Test
    void what_nobody_waits_for_any_longer_is_stopped() throws IOException {
        try (Socket caller = new Socket("localhost", RestAssured.port)) {
            caller.getOutputStream()
                    .write(
                            """
                            GET /api/kit/notes/slow?seconds=4 HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            \r
                            """
                                    .formatted(token)
                                    .getBytes(StandardCharsets.US_ASCII));
            Eventually.until("it is at work", () -> TestDatabase.number(SLEEPERS) == 1);
        }
        long gone = System.nanoTime();

        Eventually.until("it is stopped", () -> TestDatabase.number(SLEEPERS) == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - gone)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void background_work_has_two_minutes_a_statement_and_no_session_idles_in_a_transaction() {
        assertThat(setting("mauntic.largest_event")).isEqualTo("900000");
        assertThat(setting("statement_timeout")).isEqualTo("2min");
        assertThat(setting("lock_timeout")).isEqualTo("30s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    private String setting(String name) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        "select current_setting($1) as value",
                                        row -> row.getString("value"),
                                        name))
                .await()
                .atMost(Duration.ofSeconds(10))
                .orElseThrow();
    }
}
