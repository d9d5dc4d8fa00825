package io.mauntic.launcher.component;

import io.mauntic.launcher.settings.Home;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Tells tests where the components are: {@code components.properties} in the tests' home. */
public final class ComponentsFile {
    private final Properties lines = new Properties();

    public void postgres(Database database) {
        lines.setProperty("postgres.host", database.host());
        lines.setProperty("postgres.port", Integer.toString(database.port()));
        lines.setProperty("postgres.user", database.user());
        lines.setProperty("postgres.password", database.password());
    }

    public void kafka(String bootstrapServers) {
        lines.setProperty("kafka", bootstrapServers);
    }

    public void keycloak(KeycloakAdmin keycloak, String clientSecret) {
        lines.setProperty("keycloak.url", keycloak.url());
        lines.setProperty("keycloak.admin.user", keycloak.user());
        lines.setProperty("keycloak.admin.password", keycloak.password());
        lines.setProperty("keycloak.client.secret", clientSecret);
    }

    public void s3(String url) {
        lines.setProperty("s3.url", url);
    }

    void mail(int smtp, int imap, int api) {
        lines.setProperty("smtp.host", "localhost");
        lines.setProperty("smtp.port", Integer.toString(smtp));
        lines.setProperty("imap.port", Integer.toString(imap));
        lines.setProperty("mail.api", "http://localhost:" + api);
    }

    /** A test that reads meanwhile sees the old file or the new one. */
    public void write(Home home) throws IOException {
        Path draft = home.root().resolve("components.properties.draft");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            lines.store(writer, null);
        }
        Files.move(draft, in(home), StandardCopyOption.ATOMIC_MOVE);
    }

    public static void remove(Home home) throws IOException {
        Files.deleteIfExists(in(home));
    }

    private static Path in(Home home) {
        return home.root().resolve("components.properties");
    }
}
