package io.mauntic.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir private Path home;

    @Test
    void a_secret_is_drawn_once_and_kept() {
        Path file = home.resolve("secrets.properties");
        String drawn = new Secrets(file).get("client.secret");

        assertThat(drawn).hasSize(43);
        assertThat(new Secrets(file).get("client.secret")).isEqualTo(drawn);
        assertThat(new Secrets(file).get("other.secret")).isNotEqualTo(drawn);
    }

    @Test
    void nobody_but_the_owner_reads_the_file() throws IOException {
        Path file = home.resolve("new/secrets.properties");
        new Secrets(file).get("client.secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
