package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Database;
import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.settings.Service;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schemas of services up to what was built, as their owners: the services themselves
 * never hold an owner's password. What is up to date costs a look.
 */
final class Migrations {
    private static final Logger LOG = Logger.getLogger("org.flywaydb");

    private final Path checkout;
    private final Database database;
    private final String ownersPassword;

    /**
     * @param database the server that holds {@link ContextSchemas#DATABASE}
     */
    Migrations(Path checkout, Database database, String ownersPassword) {
        this.checkout = checkout;
        this.database = database;
        this.ownersPassword = ownersPassword;
        LOG.setLevel(Level.SEVERE);
    }

    void migrate(Service service) {
        try (URLClassLoader built =
                new URLClassLoader(jars(service), Migrations.class.getClassLoader())) {
            String context = service.context();
            Flyway.configure(built)
                    .dataSource(
                            database.jdbcUrl(ContextSchemas.DATABASE)
                                    + "?currentSchema=%s,public".formatted(context),
                            context + "_owner",
                            ownersPassword)
                    .schemas(context)
                    .locations("classpath:db/migration")
                    .outOfOrder(true)
                    .validateOnMigrate(true)
                    .initSql("set lock_timeout = '30s'")
                    .load()
                    .migrate();
        } catch (FlywayException | IOException e) {
            throw new LaunchFailure(
                    "The schema of %s could not be brought up to date: %s"
                            .formatted(service.module(), e.getMessage()),
                    e);
        }
    }

    /** Those of the project itself: migrations stand in the service's and in the kit's. */
    private URL[] jars(Service service) throws IOException {
        Path application = checkout.resolve(service.module()).resolve("target/quarkus-app");
        List<URL> jars = new ArrayList<>();
        for (String folder : List.of("app", "lib/main")) {
            try (Stream<Path> files = Files.list(application.resolve(folder))) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (folder.equals("app") || name.startsWith("io.mauntic.service-kit")) {
                        jars.add(file.toUri().toURL());
                    }
                }
            }
        }
        return jars.toArray(URL[]::new);
    }
}
