package io.mauntic.launcher.bench;

import io.mauntic.launcher.process.ProcessCpu;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BinaryOperator;

/**
 * What the platform has spent so far: CPU milliseconds of every process, and the counters of its
 * database.
 *
 * @param cpuMillisByProcess user and system time, children included
 * @param database cumulative counters by name, from {@code pg_stat_database} and {@code
 *     pg_stat_wal}
 * @param rowsByTable rows inserted, updated and deleted so far, from {@code pg_stat_user_tables}
 */
record PlatformCost(
        Map<String, Double> cpuMillisByProcess,
        Map<String, Double> database,
        Map<String, Double> rowsByTable) {

    static final String TRANSACTIONS = "transactions";

    private static final String COUNTERS =
            """
            select xact_commit as transactions, xact_rollback as rollbacks, tup_inserted as "rows inserted",
                tup_updated as "rows updated", tup_deleted as "rows deleted", tup_fetched as "rows fetched",
                (select wal_records from pg_stat_wal) as "WAL records"
            from pg_stat_database where datname = current_database()
            """;
    private static final String TABLES =
            "select schemaname || '.' || relname as name, n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables";

    // An idle session of Postgres adds its counters to the shared ones after ten seconds at the
    // latest.
    private static final long STATISTICS_SETTLE_NANOS = 11_000_000_000L;

    static PlatformCost of(BenchPlatform platform) throws IOException {
        Map<String, Double> cpu = new TreeMap<>();
        platform.processes()
                .forEach((name, handle) -> cpu.put(name, (double) ProcessCpu.millis(handle)));
        LockSupport.parkNanos(STATISTICS_SETTLE_NANOS);
        try (Connection connection = platform.database()) {
            return new PlatformCost(cpu, counters(connection), tables(connection));
        } catch (SQLException e) {
            throw new IOException("The database's counters could not be read", e);
        }
    }

    private static Map<String, Double> counters(Connection connection) throws SQLException {
        Map<String, Double> counters = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNTERS)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                counters.put(row.getMetaData().getColumnLabel(i), row.getDouble(i));
            }
        }
        return counters;
    }

    private static Map<String, Double> tables(Connection connection) throws SQLException {
        Map<String, Double> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.put(row.getString("name"), row.getDouble("written"));
            }
        }
        return tables;
    }

    /**
     * What was spent between another reading and this one; tables that nobody wrote to are left
     * out.
     */
    PlatformCost since(PlatformCost before) {
        BinaryOperator<Map<String, Double>> difference =
                (now, then) -> {
                    Map<String, Double> spent = new LinkedHashMap<>();
                    now.forEach(
                            (key, value) -> spent.put(key, value - then.getOrDefault(key, 0.0)));
                    return spent;
                };
        Map<String, Double> tables = difference.apply(rowsByTable, before.rowsByTable);
        tables.values().removeIf(rows -> rows == 0);
        return new PlatformCost(
                difference.apply(cpuMillisByProcess, before.cpuMillisByProcess),
                difference.apply(database, before.database),
                tables);
    }

    double cpuMillis() {
        return cpuMillisByProcess.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double database(String counter) {
        return database.get(counter);
    }

    double rowsTouched() {
        return database("rows inserted") + database("rows updated") + database("rows deleted");
    }
}
