package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.setaside.Attempts;
import io.mauntic.kit.setaside.Failures;
import io.mauntic.kit.setaside.SetAside;
import io.mauntic.kit.setaside.SetAsideHandler;
import io.mauntic.messaging.delivery.application.DeliveryLoops;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What becomes of a delivery that failed alone: it comes again, and in the end is set aside. */
@ApplicationScoped
public class FailedDeliveries implements SetAsideHandler {

    private static final Logger LOG = Logger.getLogger(FailedDeliveries.class);
    private static final String KIND = "delivery";

    private static final String COUNT =
            "update due_delivery set faults = faults + 1 where delivery_id = $1 and claimed_by = $2 returning faults, handed_over";
    private static final String REST =
            "update due_delivery set due_at = now() + $2 * interval '1 second', claimed_by = null where delivery_id = $1";
    private static final String REMOVE = "delete from due_delivery where delivery_id = $1";
    private static final String RESTORE =
            """
            insert into due_delivery (delivery_id, organization_id, lane, due_at, handed_over)
            select "deliveryId", $1, lane, now(), "handedOver"
            from json_to_recordset($2::json) as given ("deliveryId" bigint, lane text, "handedOver" boolean)
            on conflict do nothing
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final SetAside setAside;
    private final Instance instance;
    private final jakarta.enterprise.inject.Instance<DeliveryLoops> loops;

    FailedDeliveries(
            UnitOfWork unitOfWork,
            Sql sql,
            SetAside setAside,
            Instance instance,
            jakarta.enterprise.inject.Instance<DeliveryLoops> loops) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.setAside = setAside;
        this.instance = instance;
        this.loops = loops;
    }

    private record Failed(int faults, boolean handedOver) {}

    public Uni<Void> failed(Lane lane, ClaimedDelivery delivery, Throwable failure) {
        return unitOfWork.in(
                delivery.organization(),
                () ->
                        sql.first(
                                        COUNT,
                                        row ->
                                                new Failed(
                                                        row.getInteger("faults"),
                                                        row.getBoolean("handed_over")),
                                        delivery.id(),
                                        instance.id())
                                .chain(found -> next(lane, delivery, found, failure)));
    }

    private Uni<Void> next(
            Lane lane, ClaimedDelivery delivery, Optional<Failed> found, Throwable failure) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Failed failed = found.get();
        if (Attempts.STANDARD.after(failed.faults(), failure) instanceof Attempts.Again(var rest)) {
            return sql.update(REST, delivery.id(), rest.toMillis() / 1000.0).replaceWithVoid();
        }
        LOG.errorf(failure, "Delivery %d is set aside", delivery.id());
        SetAside.Item item =
                new SetAside.Item(
                        KIND,
                        Long.toString(delivery.id()),
                        Failures.inWords(failure),
                        failed.faults(),
                        new JsonObject()
                                .put("deliveryId", delivery.id())
                                .put("lane", lane.text())
                                .put("handedOver", failed.handedOver()));
        return setAside.put(delivery.organization(), List.of(item))
                .chain(() -> sql.update(REMOVE, delivery.id()))
                .replaceWithVoid();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> restore(OrganizationId organization, List<JsonObject> payloads) {
        payloads.stream()
                .map(payload -> Lane.of(payload.getString("lane")))
                .distinct()
                .forEach(lane -> unitOfWork.afterCommit(() -> loops.get().wake(lane)));
        return sql.update(RESTORE, organization.value(), new JsonArray(payloads)).replaceWithVoid();
    }
}
