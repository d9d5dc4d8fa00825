package io.mauntic.crm.timeline;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Writes what happened to contacts and visitors, a batch a statement, inside the unit of work that
 * is open.
 */
@ApplicationScoped
public class TimelineWriter {

    // The join leaves out contacts that are erased: a late event must not bring anything of them
    // back.
    private static final String OF_CONTACTS =
            """
            insert into timeline_entry (organization_id, contact_id, at, event_id, type, data)
            select $1, contact.id, r.at, r.id, r.type, r.data
            from jsonb_to_recordset($2) as r (owner bigint, id uuid, at timestamptz, type text, data jsonb)
            join contact on contact.id = r.owner
            on conflict do nothing
            """;

    private static final String OF_VISITORS =
            """
            insert into anonymous_entry (organization_id, visitor_id, at, event_id, type, data)
            select $1, r.owner, r.at, r.id, r.type, r.data
            from jsonb_to_recordset($2) as r (owner text, id uuid, at timestamptz, type text, data jsonb)
            on conflict do nothing
            """;

    private final Sql sql;
    private final AnonymousRetention retention;

    TimelineWriter(Sql sql, AnonymousRetention retention) {
        this.sql = sql;
        this.retention = retention;
    }

    /** An event and the contact, or the visitor, that it belongs to. */
    public record Entry<O>(O owner, ReceivedEvent event) {}

    public Uni<Void> ofContacts(OrganizationId organization, List<Entry<Long>> entries) {
        return write(OF_CONTACTS, organization, entries);
    }

    public Uni<Void> ofVisitors(OrganizationId organization, List<Entry<String>> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : write(OF_VISITORS, organization, entries)
                        .chain(() -> retention.arm(organization));
    }

    private Uni<Void> write(
            String statement, OrganizationId organization, List<? extends Entry<?>> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        entries.forEach(entry -> rows.add(row(entry)));
        return sql.update(statement, organization.value(), rows).replaceWithVoid();
    }

    private static JsonObject row(Entry<?> entry) {
        return new JsonObject()
                .put("owner", entry.owner())
                .put("id", entry.event().id().toString())
                .put("at", entry.event().time().toString())
                .put("type", entry.event().type())
                .put("data", entry.event().data());
    }
}
