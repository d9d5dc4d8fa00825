package io.mauntic.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.launcher.component.Database;
import io.mauntic.launcher.component.Postgres;
import io.mauntic.launcher.component.Probe;
import io.mauntic.launcher.component.Software;
import io.mauntic.launcher.process.ProcessTable;
import io.mauntic.launcher.process.Shutdown;
import io.mauntic.launcher.process.Starter;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Secrets;
import io.mauntic.launcher.settings.Service;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextSchemasTest {
    private static final String OWNERS = "it's";

    @TempDir private static Path root;

    private static ProcessTable processes;
    private static Database server;

    @BeforeAll
    static void start() throws IOException {
        Home home = new Home(root);
        processes = new ProcessTable(home.run());
        Settings settings = new Settings(Path.of("../.."), Map.copyOf(System.getenv()));
        Software software = new Software(settings.checkout(), settings.cache());
        Postgres postgres =
                new Postgres(
                        home,
                        software,
                        new Secrets(home.secrets()),
                        Probe.freePort(),
                        Postgres.Purpose.TESTS);
        new Starter(home, processes).start(postgres);
        server = postgres.database();
        ContextSchemas schemas = new ContextSchemas(server, OWNERS, Service::context);
        schemas.ensure();
        schemas.ensure();
    }

    @AfterAll
    static void stop() {
        new Shutdown(processes).stop("postgres");
    }

    @Test
    void what_the_owner_makes_the_service_may_fill_but_not_change() throws SQLException {
        try (Connection owner = as("crm_owner");
                Connection service = as("crm_app");
                Statement owning = owner.createStatement();
                Statement serving = service.createStatement()) {
            owning.execute("create table thing (id bigint primary key)");
            serving.execute("insert into thing values (1)");
            assertThatThrownBy(() -> serving.execute("drop table thing"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> serving.execute("create table other (id bigint)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void no_context_sees_into_another() throws SQLException {
        try (Connection owner = as("campaign_owner");
                Connection other = as("messaging_app");
                Statement owning = owner.createStatement();
                Statement peeping = other.createStatement()) {
            owning.execute("create table secret (id bigint)");
            assertThatThrownBy(() -> peeping.execute("select * from campaign.secret"))
                    .hasMessageContaining("permission denied for schema campaign");
        }
    }

    @Test
    void a_services_password_opens_no_other_role() {
        for (String role : List.of("crm_owner", "campaign_app", "campaign_owner")) {
            assertThatThrownBy(() -> as(role, "crm"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void nobody_but_the_superuser_bypasses_policies() throws SQLException {
        try (Connection connection = server.connect(ContextSchemas.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet roles =
                        statement.executeQuery(
                                "select count(*) from pg_roles where (rolbypassrls or rolsuper)"
                                        + " and (rolname like '%\\_owner' or rolname like '%\\_app')")) {
            roles.next();
            assertThat(roles.getInt(1)).isZero();
        }
    }

    private static Connection as(String role) throws SQLException {
        return as(role, role.endsWith("_owner") ? OWNERS : role.replace("_app", ""));
    }

    private static Connection as(String role, String password) throws SQLException {
        return new Database(server.host(), server.port(), role, password)
                .connect(ContextSchemas.DATABASE);
    }
}
