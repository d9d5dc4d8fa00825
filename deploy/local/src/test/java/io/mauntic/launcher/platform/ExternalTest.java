package io.mauntic.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalTest {
    @TempDir private Path home;

    @Test
    void what_the_user_brings_is_not_started_and_stands_in_the_table() {
        Platform platform =
                platform(
                        Map.of(
                                "MAUNTIC_POSTGRES_HOST", "db.example",
                                "MAUNTIC_KAFKA", "one.example:9093,two.example:9093",
                                "MAUNTIC_KEYCLOAK_URL", "https://id.example/auth",
                                "MAUNTIC_SMTP_HOST", "mail.example"));

        assertThat(platform.external())
                .containsExactly(
                        new External("postgres", "db.example", 5432),
                        new External("keycloak", "id.example", 443),
                        new External("kafka", "one.example", 9093),
                        new External("mail", "mail.example", 25));
        assertThat(platform.components().stream().map(one -> one.name()))
                .contains("s3", "gateway")
                .doesNotContain("postgres", "keycloak", "kafka", "mail");
    }

    @Test
    void one_that_does_not_answer_is_refused_before_anything_starts() throws IOException {
        int port;
        try (ServerSocket open = new ServerSocket(0)) {
            port = open.getLocalPort();
            new External("kafka", "localhost", port).refuseSilence();
        }

        Platform platform = platform(Map.of("MAUNTIC_KAFKA", "localhost:" + port));

        assertThatThrownBy(() -> new Up(platform, _ -> {}).run())
                .hasMessageStartingWith(
                        "Nothing answers at localhost:%d, where kafka should be.".formatted(port));
        assertThat(platform.processes().anyAlive()).isFalse();
    }

    @Test
    void an_address_without_a_host_is_refused() {
        Platform platform = platform(Map.of("MAUNTIC_S3_URL", "files"));

        assertThatThrownBy(platform::external).hasMessage("The address of s3 has no host: files");
    }

    private Platform platform(Map<String, String> values) {
        return new Platform(new Settings(Path.of(""), Map.of()).isolated(home, values));
    }
}
