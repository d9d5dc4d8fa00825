package io.mauntic.launcher.component;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A Postgres server that we may administer, ours or another's. */
public record Database(String host, int port, String user, String password) {
    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), login);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                PreparedStatement query =
                        connection.prepareStatement(
                                "select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("create database \"%s\"".formatted(name));
            }
        }
    }
}
