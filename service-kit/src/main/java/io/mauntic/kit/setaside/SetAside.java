package io.mauntic.kit.setaside;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
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

    SetAside(Sql sql) {
        this.sql = sql;
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
        Map<List<String>, Item> once = new LinkedHashMap<>();
        items.forEach(item -> once.put(List.of(item.kind(), item.subject()), item));
        List<Item> kept = List.copyOf(once.values());
        return sql.update(
                        PUT,
                        organization.value(),
                        kept.stream().map(Item::kind).toArray(String[]::new),
                        kept.stream().map(Item::subject).toArray(String[]::new),
                        kept.stream().map(Item::cause).toArray(String[]::new),
                        kept.stream().map(Item::attempts).toArray(Integer[]::new),
                        kept.stream().map(item -> item.payload().encode()).toArray(String[]::new))
                .replaceWithVoid();
    }
}
