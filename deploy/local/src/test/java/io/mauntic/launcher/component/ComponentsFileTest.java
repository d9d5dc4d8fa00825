package io.mauntic.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.launcher.settings.Home;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentsFileTest {
    @TempDir private Path root;

    @Test
    void tests_find_every_component_whatever_it_runs_on() throws IOException {
        ComponentsFile file = new ComponentsFile();
        file.postgres(new Database("db", 5432, "mauntic", "p"));
        file.kafka("broker:9092");
        file.keycloak(new KeycloakAdmin("http://id:8080", "admin", "a"), "c");
        file.s3("http://s3:80");
        file.write(new Home(root));

        assertThat(read())
                .isEqualTo(
                        Map.of(
                                "postgres.host", "db",
                                "postgres.port", "5432",
                                "postgres.user", "mauntic",
                                "postgres.password", "p",
                                "kafka", "broker:9092",
                                "keycloak.url", "http://id:8080",
                                "keycloak.admin.user", "admin",
                                "keycloak.admin.password", "a",
                                "keycloak.client.secret", "c",
                                "s3.url", "http://s3:80"));
        ComponentsFile.remove(new Home(root));
        assertThat(root).isEmptyDirectory();
    }

    private Properties read() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve("components.properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
