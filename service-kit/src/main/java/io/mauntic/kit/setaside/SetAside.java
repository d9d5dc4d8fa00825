package io.mauntic.kit.setaside;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes out of its queue what failed for good, and keeps it where people see it. */
@ApplicationScoped
public class SetAside {

    private static final int LONGEST_CAUSE = 2_000;

    // What is set aside again comes as new: a retry of all that were there before passes it over.
    private static final String PUT =
            """
            insert into set_aside (organization_id, kind, subject, cause, attempts, payload)
            select $1, kind, subject, cause, attempts, payload::json
            from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::text[]) as item (kind, subject, cause, attempts, payload)
            on conflict (organization_id, kind, subject) do update
            set id = default, cause = excluded.cause, attempts = excluded.attempts, payload = excluded.payload, set_aside_at = default
            """;

    private final Sql sql;
    private final MeterRegistry metrics;

    SetAside(Sql sql, MeterRegistry metrics) {
        this.sql = sql;
        this.metrics = metrics;
    }

    /**
     * Work that was given up.
     *
     * @param kind whose {@link SetAsideHandler} sets it going again
     * @param subject which work it is, in the words of its kind; unique in it: the same once more
     *     replaces the first
     * @param cause why, for a person: {@link Failures#inWords}
     * @param attempts how often it was tried
     * @param payload what the handler needs to set it going again
     */
    public record Item(
            String kind, String subject, String cause, int attempts, JsonObject payload) {

        public Item {
            cause = cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)).replace('\0', ' ');
            subject = subject.replace('\0', ' ');
        }
    }

    /**
     * Keeps items, inside an open unit of work: the organization's, or one across organizations.
     * The transaction that puts them here takes them out of their queue.
     *
     * @param items at most 1,000
     */
    public Uni<Void> put(OrganizationId organization, List<Item> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Item> kept = once(items);
        return sql.update(PUT, parameters(organization, kept))
                .invoke(_ -> count(kept))
                .replaceWithVoid();
    }

    /** The same in a transaction that no unit of work has opened. */
    public Uni<Void> put(SqlConnection connection, OrganizationId organization, List<Item> items) {
        List<Item> kept = once(items);
        return connection
                .preparedQuery(PUT)
                .execute(Tuple.wrap(parameters(organization, kept)))
                .invoke(_ -> count(kept))
                .replaceWithVoid();
    }

    private static List<Item> once(List<Item> items) {
        Map<List<String>, Item> once = new LinkedHashMap<>();
        items.forEach(item -> once.put(List.of(item.kind(), item.subject()), item));
        return List.copyOf(once.values());
    }

    private static Object[] parameters(OrganizationId organization, List<Item> items) {
        return new Object[] {
            organization.value(),
            items.stream().map(Item::kind).toArray(String[]::new),
            items.stream().map(Item::subject).toArray(String[]::new),
            items.stream().map(Item::cause).toArray(String[]::new),
            items.stream().map(Item::attempts).toArray(Integer[]::new),
            items.stream().map(item -> item.payload().encode()).toArray(String[]::new)
        };
    }

    private void count(List<Item> items) {
        items.forEach(
                item -> metrics.counter("mauntic.set.aside", "kind", item.kind()).increment());
    }
}
