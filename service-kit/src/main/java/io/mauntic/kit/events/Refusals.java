package io.mauntic.kit.events;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.OutboxEvents.OutboxEvent;
import io.mauntic.kit.setaside.Failures;
import io.mauntic.kit.setaside.SetAside;
import io.mauntic.kit.setaside.SetAsideHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.jboss.logging.Logger;

/** Events that the broker refused: set aside, so that what stands behind them goes out. */
@ApplicationScoped
class Refusals implements SetAsideHandler {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final String KIND = "outgoing";
    private static final String APPEND = "select append_events($1, $2, $3, '{}', array[$4::text])";

    private final Sql sql;
    private final SetAside setAside;
    private final UnitOfWork unitOfWork;
    private final Instance<OutboxRelay> relay;

    Refusals(Sql sql, SetAside setAside, UnitOfWork unitOfWork, Instance<OutboxRelay> relay) {
        this.sql = sql;
        this.setAside = setAside;
        this.unitOfWork = unitOfWork;
        this.relay = relay;
    }

    /** In the transaction that takes them out of the outbox. */
    Uni<Void> setAside(SqlConnection connection, List<Refusal> refused) {
        return Multi.createFrom()
                .iterable(refused)
                .onItem()
                .transformToUniAndConcatenate(refusal -> setAside(connection, refusal))
                .collect()
                .last();
    }

    private Uni<Void> setAside(SqlConnection connection, Refusal refusal) {
        OutboxEvent event = refusal.event();
        String cause = "The broker refused it: " + Failures.inWords(refusal.cause());
        LOG.errorf("%s %s is set aside. %s", event.type(), event.id(), cause);
        return setAside.put(
                connection,
                new OrganizationId(refusal.row().organizationId()),
                List.of(new SetAside.Item(KIND, event.id(), cause, 1, payload(refusal))));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> restore(OrganizationId organization, List<JsonObject> payloads) {
        return Multi.createFrom()
                .iterable(payloads)
                .onItem()
                .transformToUniAndConcatenate(payload -> append(organization, payload))
                .collect()
                .last();
    }

    private Uni<Void> append(OrganizationId organization, JsonObject payload) {
        Lane lane = Lane.of(payload.getString("lane"));
        unitOfWork.afterCommit(() -> relay.get().wake(lane));
        return sql.update(
                        APPEND,
                        organization.value(),
                        lane.text(),
                        payload.getString("topic"),
                        payload.getJsonObject("event").encode())
                .replaceWithVoid();
    }

    private static JsonObject payload(Refusal refusal) {
        OutboxEvent event = refusal.event();
        return new JsonObject()
                .put("lane", refusal.row().lane().text())
                .put("topic", refusal.row().topic().orElse(null))
                .put(
                        "event",
                        new JsonObject()
                                .put("id", event.id())
                                .put("type", event.type())
                                .put("key", event.key())
                                .put("time", event.time())
                                .put("cause", event.cause().json())
                                .put("data", new JsonObject(Buffer.buffer(event.data()))));
    }
}
