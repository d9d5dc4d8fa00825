package io.mauntic.integrations.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mauntic.integrations.delivery.infrastructure.AddressChecks;
import io.mauntic.kernel.InvalidValues;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform refuses that allows no private addresses, as it comes. */
class PrivateAddressTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://2130706433/",
                "http://0/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[fd00::1]/",
                "https://192.168.0.1:8443/"
            })
    void an_address_inside_is_refused_when_the_webhook_is_made(String url) {
        assertThatExceptionOfType(InvalidValues.class)
                .isThrownBy(() -> AddressChecks.check(VERTX, url, false))
                .satisfies(
                        refused ->
                                assertThat(refused.violations().getFirst().field())
                                        .isEqualTo("url"));
    }

    @Test
    void a_name_that_leads_nowhere_yet_is_checked_when_something_is_sent() {
        AddressChecks.check(VERTX, "https://no-such-host.invalid/", false);
        assertThat(
                        AddressChecks.attempt(
                                VERTX, "http://127.0.0.1:9/", false, Duration.ofSeconds(5)))
                .contains("The address leads into a private network.");
    }

    @Test
    void a_developers_own_machine_is_reached_when_it_is_allowed() {
        AddressChecks.check(VERTX, "http://127.0.0.1/", true);
        assertThat(AddressChecks.attempt(VERTX, "http://127.0.0.1:9/", true, Duration.ofSeconds(5)))
                .contains("The receiver refused the connection.");
    }
}
