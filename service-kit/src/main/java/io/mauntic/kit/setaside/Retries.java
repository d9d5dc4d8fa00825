package io.mauntic.kit.setaside;

import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.Transience;
import io.mauntic.kit.database.UnitOfWork;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets work going again, or has done with it. */
@ApplicationScoped
class Retries {

    private static final String TAKE =
            """
            delete from set_aside where organization_id = $1 and id in (
                select id from set_aside where organization_id = $1 and id = any($2) order by id for update)
            returning id, kind, payload
            """;
    private static final String ALL =
            """
            insert into set_aside_retry (organization_id, kind, up_to)
            select $1, $2, max(id) from set_aside where organization_id = $1 and kind = $2 having max(id) is not null
            on conflict (organization_id, kind) do update set up_to = excluded.up_to, asked_at = default
            """;
    private static final String DISMISS =
            "delete from set_aside where organization_id = $1 and id = $2";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Map<String, SetAsideHandler> handlers;

    Retries(UnitOfWork unitOfWork, Sql sql, @All List<SetAsideHandler> handlers) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(SetAsideHandler::kind, Function.identity()));
    }

    private record Taken(long id, String kind, JsonObject payload) {

        static Taken of(Row row) {
            return new Taken(
                    row.getLong("id"), row.getString("kind"), row.getJsonObject("payload"));
        }
    }

    /** Sets one going again; fails when it is not there, or its handler refuses it. */
    Uni<Void> one(OrganizationId organization, long id) {
        return some(organization, List.of(id))
                .onFailure(
                        failure ->
                                !(failure instanceof NotFound) && !Transience.isTransient(failure))
                .transform(failure -> new NotSetGoing(Failures.inWords(failure)))
                .invoke(
                        restored -> {
                            if (restored == 0) {
                                throw new NotFound("set-aside", id);
                            }
                        })
                .replaceWithVoid();
    }

    /** Sets some going again in one transaction, and answers how many were there. */
    Uni<Integer> some(OrganizationId organization, List<Long> ids) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(TAKE, Taken::of, organization.value(), ids.toArray(Long[]::new))
                                .call(taken -> restore(organization, taken))
                                .map(List::size));
    }

    /** Has all of a kind that are there now set going again, batch by batch. */
    Uni<Void> all(OrganizationId organization, String kind) {
        return unitOfWork.in(
                organization, () -> sql.update(ALL, organization.value(), kind).replaceWithVoid());
    }

    Uni<Void> dismiss(OrganizationId organization, long id) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.update(DISMISS, organization.value(), id)
                                .invoke(
                                        gone -> {
                                            if (gone == 0) {
                                                throw new NotFound("set-aside", id);
                                            }
                                        })
                                .replaceWithVoid());
    }

    private Uni<Void> restore(OrganizationId organization, List<Taken> taken) {
        Map<String, List<JsonObject>> byKind = new LinkedHashMap<>();
        taken.stream()
                .sorted(Comparator.comparingLong(Taken::id))
                .forEach(
                        one ->
                                byKind.computeIfAbsent(one.kind(), _ -> new ArrayList<>())
                                        .add(one.payload()));
        Uni<Void> restored = Uni.createFrom().voidItem();
        for (Map.Entry<String, List<JsonObject>> kind : byKind.entrySet()) {
            restored =
                    restored.chain(
                            () -> handler(kind.getKey()).restore(organization, kind.getValue()));
        }
        return restored;
    }

    private SetAsideHandler handler(String kind) {
        SetAsideHandler handler = handlers.get(kind);
        if (handler == null) {
            throw new NotSetGoing("nothing here knows " + kind + ".");
        }
        return handler;
    }
}
