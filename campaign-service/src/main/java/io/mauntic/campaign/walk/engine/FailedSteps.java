package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.setaside.Attempts;
import io.mauntic.kit.setaside.Failures;
import io.mauntic.kit.setaside.SetAside;
import io.mauntic.kit.setaside.SetAsideHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What becomes of a contact's step that failed alone: it comes again, and in the end is set aside.
 */
@ApplicationScoped
class FailedSteps implements SetAsideHandler {

    private static final Logger LOG = Logger.getLogger(FailedSteps.class);
    private static final String KIND = "step";

    private static final String ONE =
            " where organization_id = $1 and campaign_id = $2 and event_key = $3 and contact_id = $4 and rotation = $5";
    private static final String COUNT =
            """
            update pending_step set attempts = attempts + 1
            where organization_id = $1 and campaign_id = $2 and event_key = $3 and contact_id = $4 and due_at <= $5 and not held
            returning rotation, waiting_since, attempts
            """;
    private static final String REST = "update pending_step set due_at = $6" + ONE;
    private static final String REMOVE = "delete from pending_step" + ONE;
    private static final String RESTORE =
            """
            insert into pending_step (organization_id, campaign_id, event_key, contact_id, rotation, lane, due_at, waiting_since)
            select $1, "campaignId", "eventKey", "contactId", rotation, lane, now(), "waitingSince"
            from json_to_recordset($2::json) as given
                ("campaignId" bigint, "eventKey" text, "contactId" bigint, rotation int, lane text, "waitingSince" timestamptz)
            on conflict do nothing
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final SetAside setAside;
    private final Instance<StepLoops> loops;
    private final Clock clock;

    FailedSteps(
            UnitOfWork unitOfWork,
            Sql sql,
            SetAside setAside,
            Instance<StepLoops> loops,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.setAside = setAside;
        this.loops = loops;
        this.clock = clock;
    }

    private record Failed(
            DueGroup group, long contact, int rotation, OffsetDateTime since, int attempts) {

        static Failed of(DueGroup group, long contact, Row row) {
            return new Failed(
                    group,
                    contact,
                    row.getInteger("rotation"),
                    row.getOffsetDateTime("waiting_since"),
                    row.getInteger("attempts"));
        }

        Object[] key() {
            return new Object[] {
                group.organization().value(), group.campaign(), group.eventKey(), contact, rotation
            };
        }

        SetAside.Item item(Throwable failure) {
            return new SetAside.Item(
                    KIND,
                    "campaign %d, step %s, contact %d, walk %d"
                            .formatted(group.campaign(), group.eventKey(), contact, rotation),
                    Failures.inWords(failure),
                    attempts,
                    new JsonObject()
                            .put("campaignId", group.campaign())
                            .put("eventKey", group.eventKey())
                            .put("contactId", contact)
                            .put("rotation", rotation)
                            .put("lane", group.lane().text())
                            .put("waitingSince", since.toString()));
        }
    }

    Uni<Void> failed(DueGroup group, long contact, Throwable failure) {
        return unitOfWork.in(
                group.organization(),
                () ->
                        sql.list(
                                        COUNT,
                                        row -> Failed.of(group, contact, row),
                                        group.organization().value(),
                                        group.campaign(),
                                        group.eventKey(),
                                        contact,
                                        clock.instant().atOffset(ZoneOffset.UTC))
                                .chain(
                                        found ->
                                                Multi.createFrom()
                                                        .iterable(found)
                                                        .onItem()
                                                        .transformToUniAndConcatenate(
                                                                step -> next(step, failure))
                                                        .collect()
                                                        .last()));
    }

    private Uni<Void> next(Failed step, Throwable failure) {
        Object[] key = step.key();
        if (Attempts.STANDARD.after(step.attempts(), failure) instanceof Attempts.Again(var rest)) {
            OffsetDateTime until = clock.instant().plus(rest).atOffset(ZoneOffset.UTC);
            return sql.update(REST, key[0], key[1], key[2], key[3], key[4], until)
                    .replaceWithVoid();
        }
        SetAside.Item item = step.item(failure);
        LOG.errorf(failure, "Set aside: %s", item.subject());
        return setAside.put(step.group().organization(), List.of(item))
                .chain(() -> sql.update(REMOVE, key))
                .replaceWithVoid();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> restore(OrganizationId organization, List<JsonObject> payloads) {
        loops.get().wakeAfterCommit();
        return sql.update(RESTORE, organization.value(), new JsonArray(payloads)).replaceWithVoid();
    }
}
