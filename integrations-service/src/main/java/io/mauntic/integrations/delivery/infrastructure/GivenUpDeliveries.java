package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.application.Deliveries.Claim;
import io.mauntic.integrations.delivery.application.Delivery;
import io.mauntic.integrations.delivery.application.DeliveryLoop;
import io.mauntic.integrations.delivery.application.GivenUp;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.setaside.Attempts;
import io.mauntic.kit.setaside.Failures;
import io.mauntic.kit.setaside.SetAside;
import io.mauntic.kit.setaside.SetAsideHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

@ApplicationScoped
class GivenUpDeliveries implements GivenUp, SetAsideHandler {

    private static final Logger LOG = Logger.getLogger(GivenUpDeliveries.class);
    private static final String KIND = "webhook";

    private static final String COUNT =
            "update due_delivery set faults = faults + 1 where delivery_id = $1 returning faults";
    private static final String REST =
            "update due_delivery set due_at = clock_timestamp() + make_interval(secs => $2::int) where delivery_id = $1";
    private static final String REMOVE = "delete from due_delivery where delivery_id = $1";
    private static final String FAILED =
            "update delivery set status = 'failed', error = left($3, 500) where organization_id = $1 and id = $2";
    private static final String RESTORE =
            """
            with again as (
                update delivery set status = 'pending' where organization_id = $1 and id = any($2) returning id, webhook_id, bulk)
            insert into due_delivery (delivery_id, webhook_id, organization_id, bulk, due_at)
            select id, webhook_id, $1, bulk, clock_timestamp() from again
            on conflict do nothing
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final SetAside setAside;
    private final Instance<DeliveryLoop> loop;

    GivenUpDeliveries(
            UnitOfWork unitOfWork, Sql sql, SetAside setAside, Instance<DeliveryLoop> loop) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.setAside = setAside;
        this.loop = loop;
    }

    @Override
    public Uni<Void> failed(Claim claim, Throwable failure) {
        return unitOfWork.in(
                claim.organization(),
                () ->
                        sql.first(COUNT, row -> row.getInteger("faults"), claim.delivery())
                                .chain(faults -> next(claim, faults, failure)));
    }

    @Override
    public Uni<Void> unwritten(Delivery delivery, Throwable failure) {
        return unitOfWork.in(
                delivery.organization(),
                () -> giveUp(delivery.organization(), delivery.id(), 1, failure));
    }

    private Uni<Void> next(Claim claim, Optional<Integer> faults, Throwable failure) {
        if (faults.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (Attempts.STANDARD.after(faults.get(), failure) instanceof Attempts.Again(var rest)) {
            return sql.update(REST, claim.delivery(), (int) rest.toSeconds()).replaceWithVoid();
        }
        return giveUp(claim.organization(), claim.delivery(), faults.get(), failure);
    }

    private Uni<Void> giveUp(
            OrganizationId organization, long delivery, int attempts, Throwable failure) {
        LOG.errorf(failure, "Delivery %d is set aside", delivery);
        String cause = Failures.inWords(failure);
        SetAside.Item item =
                new SetAside.Item(
                        KIND,
                        Long.toString(delivery),
                        cause,
                        attempts,
                        JsonObject.of("deliveryId", delivery));
        return setAside.put(organization, List.of(item))
                .chain(() -> sql.update(REMOVE, delivery))
                .chain(() -> sql.update(FAILED, organization.value(), delivery, item.cause()))
                .replaceWithVoid();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> restore(OrganizationId organization, List<JsonObject> payloads) {
        unitOfWork.afterCommit(loop.get()::wake);
        Long[] ids = payloads.stream().map(one -> one.getLong("deliveryId")).toArray(Long[]::new);
        return sql.update(RESTORE, organization.value(), ids).replaceWithVoid();
    }
}
