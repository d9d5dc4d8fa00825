package io.mauntic.kit.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The run's database as its superuser sees it, past every policy: to check what is really there,
 * and to end connections.
 */
public final class TestDatabase {

    private TestDatabase() {}

    /** The first column of the first row, as text; null when there is none. */
    public static String value(String sql) {
        try (Connection connection =
                        Components.superuser(System.getProperty("mauntic.test.database"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static long number(String sql) {
        return Long.parseLong(value(sql));
    }

    public static void execute(String sql) {
        try (Connection connection =
                        Components.superuser(System.getProperty("mauntic.test.database"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Does something while a transaction that has run the statement is open; then rolls it back.
     */
    public static void during(String sql, Runnable meanwhile) {
        try (Connection connection =
                        Components.superuser(System.getProperty("mauntic.test.database"));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            meanwhile.run();
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
