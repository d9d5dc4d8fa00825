package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Database;
import io.mauntic.launcher.component.Template;
import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.settings.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;

/** The platform's database with a schema and two roles a context. Repeating it changes nothing. */
final class ContextSchemas {
    static final String DATABASE = "mauntic";

    private final Database server;
    private final String ownersPassword;
    private final Function<Service, String> password;

    /**
     * @param ownersPassword of those who migrate
     * @param password of a service's own role
     */
    ContextSchemas(Database server, String ownersPassword, Function<Service, String> password) {
        this.server = server;
        this.ownersPassword = ownersPassword;
        this.password = password;
    }

    void ensure() {
        try {
            server.createDatabase(DATABASE);
            try (Connection connection = server.connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                statement.execute(Template.fill(sql("database.sql"), Map.of("database", DATABASE)));
                for (Service service : Service.contexts()) {
                    statement.execute(forContext(service));
                }
            }
        } catch (SQLException | IOException e) {
            throw new LaunchFailure("The database could not be set up: " + e.getMessage(), e);
        }
    }

    private String forContext(Service service) throws IOException {
        return Template.fill(
                sql("context.sql"),
                Map.of(
                        "database",
                        DATABASE,
                        "context",
                        service.context(),
                        "owners_password",
                        quoted(ownersPassword),
                        "password",
                        quoted(password.apply(service))));
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    private static String sql(String name) throws IOException {
        try (InputStream resource =
                ContextSchemas.class.getResourceAsStream("/io/mauntic/launcher/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
