package io.mauntic.analytics.figures;

import io.mauntic.analytics.metric.Metric;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads figures of the organization of the open unit of work. */
@ApplicationScoped
public class FigureQueries {

    /** Levels are the sum of all changes before a moment, flows the sum within the period. */
    private static final String COMPARE =
            """
            select metric,
                   coalesce(sum(value) filter (where hour >= $3 or metric = any($4)), 0)::bigint present,
                   coalesce(sum(value) filter (where hour < $3), 0)::bigint previous
            from metric_hour
            where hour < $1 and (hour >= $2 or metric = any($4))
            group by metric
            """;

    private static final String SERIES =
            """
            select metric, width_bucket(hour, $3::timestamptz[]) bucket, sum(value)::bigint value
            from metric_hour
            where metric = any($1) and hour < $2 and (hour >= $4 or metric = any($5))
            group by metric, bucket
            """;

    private static final String[] LEVELS = texts(Metric::isLevel);

    private final Sql sql;

    FigureQueries(Sql sql) {
        this.sql = sql;
    }

    /** All figures of a period beside those of the period of equal length before it. */
    public Uni<Comparison> compare(Period period) {
        return sql.list(
                        COMPARE,
                        row -> row,
                        utc(period.to()),
                        utc(period.previousFrom()),
                        utc(period.from()),
                        LEVELS)
                .map(
                        rows ->
                                new Comparison(
                                        period, column(rows, "present"), column(rows, "previous")));
    }

    /** The sum of everything that was ever counted. */
    public Uni<Map<Metric, Long>> totals() {
        return sql.list(
                        "select metric, sum(value)::bigint total from metric_hour group by metric",
                        row -> row)
                .map(rows -> column(rows, "total"));
    }

    /** Figures over time, a value for each unit; a level is its number at the end of the unit. */
    public Uni<Curves> curves(Collection<Metric> metrics, Period period, Unit unit, ZoneId zone) {
        List<Instant> starts = unit.starts(period, zone);
        Curves curves = new Curves(period, unit, starts, metrics);
        return sql.list(
                        SERIES,
                        row -> row,
                        metrics.stream().map(Metric::text).toArray(String[]::new),
                        utc(period.to()),
                        starts.stream().map(FigureQueries::utc).toArray(OffsetDateTime[]::new),
                        utc(period.from()),
                        LEVELS)
                .map(
                        rows -> {
                            rows.forEach(
                                    row ->
                                            curves.add(
                                                    metric(row),
                                                    row.getInteger("bucket"),
                                                    row.getLong("value")));
                            return curves;
                        });
    }

    private static Map<Metric, Long> column(List<Row> rows, String name) {
        Map<Metric, Long> figures = new EnumMap<>(Metric.class);
        rows.forEach(row -> figures.put(metric(row), row.getLong(name)));
        return figures;
    }

    private static Metric metric(Row row) {
        return Metric.named(row.getString("metric")).orElseThrow();
    }

    private static String[] texts(Predicate<Metric> wanted) {
        return Stream.of(Metric.values()).filter(wanted).map(Metric::text).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
