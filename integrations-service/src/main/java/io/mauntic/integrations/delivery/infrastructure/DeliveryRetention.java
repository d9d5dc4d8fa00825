package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets what was delivered or given up long ago, once an hour, some thousand rows at a time. What
 * still waits is never forgotten.
 */
@ApplicationScoped
class DeliveryRetention extends DueLoop {

    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final String ORGANIZATIONS =
            "select distinct organization_id from delivery_lane";
    private static final String FORGET =
            """
            delete from delivery where organization_id = $1 and id in (
                select id from delivery where organization_id = $1 and created_at < $2 and status <> 'pending' order by created_at limit 5000)
            """;
    private static final String FORGET_COUNTS =
            "delete from delivery_tally where organization_id = $1 and hour < $2";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Clock clock;
    private final Duration kept;
    private Instant next = Instant.EPOCH;

    DeliveryRetention(
            UnitOfWork unitOfWork,
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "mauntic.webhook.log-kept", defaultValue = "P30D")
                    Duration kept) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    protected Uni<Integer> runBatch() {
        if (clock.instant().isBefore(next)) {
            return Uni.createFrom().item(0);
        }
        return forget().invoke(
                        forgotten -> next = forgotten == 0 ? clock.instant().plus(BETWEEN) : next);
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return Uni.createFrom().item(Optional.of(next));
    }

    /** How many rows went. */
    Uni<Integer> forget() {
        return unitOfWork
                .acrossOrganizations(
                        () -> sql.list(ORGANIZATIONS, row -> new OrganizationId(row.getLong(0))))
                .chain(this::forgetAll);
    }

    private Uni<Integer> forgetAll(List<OrganizationId> organizations) {
        Uni<Integer> forgotten = Uni.createFrom().item(0);
        for (OrganizationId organization : organizations) {
            forgotten =
                    forgotten.chain(before -> forgetOf(organization).map(rows -> before + rows));
        }
        return forgotten;
    }

    private Uni<Integer> forgetOf(OrganizationId organization) {
        var limit = clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
        return unitOfWork.in(
                organization,
                () ->
                        sql.update(FORGET_COUNTS, organization.value(), limit)
                                .chain(() -> sql.update(FORGET, organization.value(), limit)));
    }
}
