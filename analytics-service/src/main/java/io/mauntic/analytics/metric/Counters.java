package io.mauntic.analytics.metric;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The counters by the hour, of the organization of the open unit of work. */
@ApplicationScoped
public class Counters {

    private static final String ADD =
            """
            insert into metric_hour (organization_id, metric, hour, value)
            select $1, changed.metric, changed.hour, changed.value
            from unnest($2::text[], $3::timestamptz[], $4::bigint[]) changed (metric, hour, value)
            on conflict (organization_id, metric, hour) do update set value = metric_hour.value + excluded.value
            """;

    private final Sql sql;

    Counters(Sql sql) {
        this.sql = sql;
    }

    /** One statement, however many events the counts come from. */
    public Uni<Void> add(OrganizationId organization, HourlyCounts counts) {
        return counts.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(
                                ADD,
                                organization.value(),
                                counts.metrics(),
                                counts.hours(),
                                counts.changes())
                        .replaceWithVoid();
    }
}
