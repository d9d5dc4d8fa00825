package io.mauntic.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.launcher.component.Database;
import io.mauntic.launcher.process.LaunchFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Path CHECKOUT = Path.of("/srv/mauntic");

    private static Settings settings(Map<String, String> environment) {
        return new Settings(CHECKOUT, environment);
    }

    @Test
    void without_any_variable_all_is_local() {
        Settings settings = settings(Map.of());

        assertThat(settings.ports().gateway()).isEqualTo(8080);
        assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.home()).isEqualTo(CHECKOUT.resolve(".mauntic"));
        assertThat(settings.smtpPort()).isEqualTo(8096);
        assertThat(settings.postgres()).isEmpty();
        assertThat(settings.kafka()).isEmpty();
        assertThat(settings.keycloak()).isEmpty();
    }

    @Test
    void mails_carry_the_public_address_without_a_slash_at_its_end() {
        assertThat(settings(Map.of("MAUNTIC_PUBLIC_URL", "https://go.example/")).publicUrl())
                .isEqualTo("https://go.example");
    }

    @Test
    void mails_come_back_to_a_domain_that_their_mail_server_can_find() {
        assertThat(settings(Map.of()).bounceDomain()).contains("bounces.localhost");
        assertThat(settings(Map.of("MAUNTIC_SMTP_HOST", "mx.example")).bounceDomain()).isEmpty();
        assertThat(
                        settings(
                                        Map.of(
                                                "MAUNTIC_SMTP_HOST",
                                                "mx.example",
                                                "MAUNTIC_BOUNCE_DOMAIN",
                                                "bounces.example"))
                                .bounceDomain())
                .contains("bounces.example");
        assertThat(settings(Map.of("MAUNTIC_PORT", "9000")).ports().bounces(1)).isEqualTo(9008);
    }

    @Test
    void an_outer_mail_server_listens_on_its_own_port() {
        assertThat(settings(Map.of("MAUNTIC_SMTP_HOST", "mx.example")).smtpPort()).isEqualTo(25);
        assertThat(
                        settings(
                                        Map.of(
                                                "MAUNTIC_SMTP_HOST",
                                                "mx.example",
                                                "MAUNTIC_SMTP_PORT",
                                                "587"))
                                .smtpPort())
                .isEqualTo(587);
    }

    @Test
    void an_outer_database_comes_with_the_login_that_may_set_it_up() {
        Map<String, String> given =
                Map.of(
                        "MAUNTIC_POSTGRES_HOST", "db.example",
                        "MAUNTIC_POSTGRES_ADMIN_USER", "root",
                        "MAUNTIC_POSTGRES_ADMIN_PASSWORD", "secret");

        assertThat(settings(given).postgres())
                .contains(new Database("db.example", 5432, "root", "secret"));
    }

    @Test
    void a_port_that_is_no_number_is_named() {
        assertThatThrownBy(() -> settings(Map.of("MAUNTIC_PORT", "http")).ports())
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("MAUNTIC_PORT must be a number, not http");
    }

    @Test
    void an_isolated_platform_shares_nothing_that_the_user_brings() {
        Settings user =
                settings(
                        Map.of(
                                "MAUNTIC_POSTGRES_HOST",
                                "db.example",
                                "MAUNTIC_PORT",
                                "8080",
                                "LANG",
                                "C"));

        Settings isolated =
                user.isolated(Path.of("/tmp/apart"), Map.of("MAUNTIC_SMTP_HOST", "localhost"));

        assertThat(isolated.postgres()).isEmpty();
        assertThat(isolated.home()).isEqualTo(Path.of("/tmp/apart"));
        assertThat(isolated.ports()).isNotEqualTo(user.ports());
        assertThat(isolated.smtpHost()).contains("localhost");
        assertThat(isolated.given()).doesNotContainKey("LANG");
    }
}
