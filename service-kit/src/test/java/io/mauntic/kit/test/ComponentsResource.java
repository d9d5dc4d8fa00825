package io.mauntic.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Makes a database for the run, with roles as restricted as in production, and tells the service
 * where everything is.
 */
public class ComponentsResource implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "mauntic";

    private final String run = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final String context = TestContext.name();

    @Override
    public Map<String, String> start() {
        try (Connection server = Components.superuser("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("select pg_advisory_lock(4711)");
            role(statement, context + "_owner");
            role(statement, context + "_app");
            statement.execute("create database " + run + " owner " + context + "_owner");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        try (Connection database = Components.superuser(run);
                Statement statement = database.createStatement()) {
            statement.execute("create extension if not exists pg_trgm schema public");
            statement.execute("create schema %1$s authorization %1$s_owner".formatted(context));
            statement.execute("grant usage on schema %1$s to %1$s_app".formatted(context));
            for (String granted :
                    new String[] {
                        "select, insert, update, delete on tables",
                        "usage, select on sequences",
                        "execute on functions"
                    }) {
                statement.execute(
                        "alter default privileges for role %1$s_owner in schema %1$s grant %2$s to %1$s_app"
                                .formatted(context, granted));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return config();
    }

    private Map<String, String> config() {
        Map<String, String> config = new HashMap<>();
        config.put("mauntic.postgres.host", Components.get("postgres.host"));
        config.put("mauntic.postgres.port", Components.get("postgres.port"));
        config.put("mauntic.postgres.database", run);
        config.put("mauntic.postgres.password", PASSWORD);
        config.put("mauntic.postgres.owner-password", PASSWORD);
        config.put("mauntic.migrate", "true");
        config.put("mauntic.kafka", Components.get("kafka"));
        config.put("mauntic.topic.prefix", run + ".");
        config.put("quarkus.oidc.public-key", TestTokens.publicKey());
        config.put("quarkus.oidc.auth-server-url", "");
        config.put("quarkus.oidc.token.issuer", "any");
        config.put("mauntic.keycloak.url", Components.get("keycloak.url"));
        config.put("mauntic.s3.url", Components.get("s3.url"));
        config.put("mauntic.client.secret", Components.get("keycloak.client.secret"));
        config.put("mp.messaging.incoming.events.metadata.max.age.ms", "1000");
        config.put("mp.messaging.incoming.events-bulk.metadata.max.age.ms", "1000");
        if (context.equals("kit")) {
            // Its tests wait for them; those of the services have the real ones.
            config.put("mauntic.events.broker-patience", "4S");
            config.put("mauntic.request.statement-timeout", "5S");
            config.put("mauntic.request.lock-timeout", "1S");
        }
        System.setProperty("mauntic.test.prefix", run + ".");
        System.setProperty("mauntic.test.database", run);
        return config;
    }

    @Override
    public void stop() {
        try (Connection server = Components.superuser("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("drop database if exists " + run + " with (force)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void role(Statement statement, String name) throws SQLException {
        statement.execute(
                """
                do $$ begin
                    create role %1$s login password '%2$s' nosuperuser nobypassrls;
                exception when duplicate_object then null;
                end $$
                """
                        .formatted(name, PASSWORD));
    }
}
