package io.mauntic.kit.timers;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.setaside.Attempts;
import io.mauntic.kit.setaside.Failures;
import io.mauntic.kit.setaside.SetAside;
import io.mauntic.kit.setaside.SetAsideHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/** What becomes of a timer that failed alone: it comes again later, and in the end is set aside. */
@ApplicationScoped
class FailedTimers implements SetAsideHandler {

    private static final Logger LOG = Logger.getLogger(FailedTimers.class);
    private static final String KIND = "timer";

    private static final String COUNT =
            "update timer set attempts = attempts + 1 where id = $1 returning kind, subject, payload, attempts";
    private static final String REST = "update timer set due_at = $2 where id = $1";
    private static final String REMOVE = "delete from timer where id = $1";
    // One that was set anew meanwhile stands.
    private static final String RESTORE =
            """
            insert into timer (organization_id, kind, subject, due_at, payload)
            select $1, kind, subject, now(), payload::jsonb from unnest($2::text[], $3::text[], $4::text[]) as given (kind, subject, payload)
            on conflict (organization_id, kind, subject) do nothing
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final SetAside setAside;
    private final Instance<TimerLoop> loop;
    private final Clock clock;

    FailedTimers(
            UnitOfWork unitOfWork,
            Sql sql,
            SetAside setAside,
            Instance<TimerLoop> loop,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.setAside = setAside;
        this.loop = loop;
        this.clock = clock;
    }

    private record Failed(String kind, String subject, JsonObject payload, int attempts) {

        static Failed of(Row row) {
            return new Failed(
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getJsonObject("payload"),
                    row.getInteger("attempts"));
        }

        SetAside.Item item(Throwable failure) {
            return new SetAside.Item(
                    KIND,
                    kind + " " + subject,
                    Failures.inWords(failure),
                    attempts,
                    JsonObject.of("kind", kind, "subject", subject, "payload", payload));
        }
    }

    Uni<Void> failed(OrganizationId organization, long id, Throwable failure) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.first(COUNT, Failed::of, id)
                                .chain(
                                        found ->
                                                found.map(
                                                                timer ->
                                                                        next(
                                                                                organization,
                                                                                id,
                                                                                timer,
                                                                                failure))
                                                        .orElseGet(Uni.createFrom()::voidItem)));
    }

    private Uni<Void> next(OrganizationId organization, long id, Failed timer, Throwable failure) {
        if (Attempts.STANDARD.after(timer.attempts(), failure)
                instanceof Attempts.Again(var rest)) {
            return sql.update(REST, id, clock.instant().plus(rest).atOffset(ZoneOffset.UTC))
                    .replaceWithVoid();
        }
        LOG.errorf(failure, "The timer %s %s is set aside", timer.kind(), timer.subject());
        return setAside.put(organization, List.of(timer.item(failure)))
                .chain(() -> sql.update(REMOVE, id))
                .replaceWithVoid();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> restore(OrganizationId organization, List<JsonObject> payloads) {
        unitOfWork.afterCommit(loop.get()::wake);
        return sql.update(
                        RESTORE,
                        organization.value(),
                        payloads.stream().map(one -> one.getString("kind")).toArray(String[]::new),
                        payloads.stream()
                                .map(one -> one.getString("subject"))
                                .toArray(String[]::new),
                        payloads.stream()
                                .map(one -> one.getJsonObject("payload").encode())
                                .toArray(String[]::new))
                .replaceWithVoid();
    }
}
