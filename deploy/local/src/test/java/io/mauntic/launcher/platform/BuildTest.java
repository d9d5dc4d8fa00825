package io.mauntic.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.launcher.settings.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final long BUILT = 2_000_000;

    @TempDir private Path checkout;

    @BeforeEach
    void build_everything() throws IOException {
        write("pom.xml", BUILT - 1000);
        for (String shared : List.of("domain-kernel", "contracts", "service-kit", "ui-kit")) {
            write(shared + "/pom.xml", BUILT - 1000);
        }
        for (Service service : Service.values()) {
            write(service.module() + "/src/main/java/A.java", BUILT - 1000);
            write(service.module() + "/target/quarkus-app/quarkus-run.jar", BUILT);
        }
    }

    @Test
    void what_is_younger_than_its_sources_is_left_alone() throws IOException {
        assertThat(stale()).isEmpty();
    }

    @Test
    void a_changed_source_makes_its_service_stale() throws IOException {
        write("crm-service/src/main/resources/db/migration/V1__x.sql", BUILT + 1000);

        assertThat(stale()).containsExactly(Service.CRM);
    }

    @Test
    void a_changed_contract_makes_all_services_stale() throws IOException {
        write("contracts/openapi/crm.yaml", BUILT + 1000);

        assertThat(stale()).containsExactly(Service.values());
    }

    @Test
    void a_changed_test_makes_nothing_stale() throws IOException {
        write("crm-service/src/test/java/ATest.java", BUILT + 1000);
        write("service-kit/target/classes/A.class", BUILT + 1000);

        assertThat(stale()).isEmpty();
    }

    @Test
    void what_was_never_built_is_stale() throws IOException {
        Files.delete(checkout.resolve("gateway/target/quarkus-app/quarkus-run.jar"));

        assertThat(stale()).containsExactly(Service.GATEWAY);
    }

    private List<Service> stale() throws IOException {
        return new Build(checkout, checkout.resolve("build.log")).stale();
    }

    private void write(String file, long seconds) throws IOException {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.fromMillis(seconds));
    }
}
