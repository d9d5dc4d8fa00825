package io.mauntic.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartNoteTest {
    @TempDir private Path root;

    @Test
    void a_later_command_means_the_platform_that_was_started() {
        Settings started =
                settings(Map.of("MAUNTIC_PORT", "9300", "MAUNTIC_SMTP_HOST", "mail.example"));
        note().write(started);

        Settings later = settings(Map.of("MAUNTIC_KAFKA", "elsewhere:1")).withOnly(note().read());

        assertThat(later.ports().gateway()).isEqualTo(9300);
        assertThat(later.smtpHost()).contains("mail.example");
        assertThat(later.kafka()).isEmpty();
        assertThat(later.home()).isEqualTo(root);
    }

    @Test
    void the_default_port_is_noted_too() {
        note().write(settings(Map.of()));

        assertThat(note().read()).isEqualTo(Map.of("MAUNTIC_PORT", "8080"));
    }

    @Test
    void what_is_said_now_wins_when_it_is_started_again() {
        note().write(settings(Map.of("MAUNTIC_PORT", "9300", "MAUNTIC_SMTP_HOST", "mail.example")));

        Settings again = settings(Map.of("MAUNTIC_PORT", "9400")).withDefaults(note().read());

        assertThat(again.ports().gateway()).isEqualTo(9400);
        assertThat(again.smtpHost()).contains("mail.example");
    }

    @Test
    void nobody_else_may_read_it() throws IOException {
        note().write(settings(Map.of("MAUNTIC_POSTGRES_ADMIN_PASSWORD", "secret")));

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(root.resolve("started.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void without_a_start_there_is_nothing_to_read() {
        assertThat(note().read()).isEmpty();
    }

    private StartNote note() {
        return new StartNote(new Home(root));
    }

    private Settings settings(Map<String, String> values) {
        return new Settings(Path.of(""), Map.of("MAUNTIC_HOME", root.toString())).withOnly(values);
    }
}
