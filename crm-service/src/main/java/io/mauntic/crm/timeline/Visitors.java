package io.mauntic.crm.timeline;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who visitors turn out to be. On a shared device the one who was named last counts from then on.
 */
@ApplicationScoped
public class Visitors {

    private static final String IDENTIFY =
            """
            with named as (
                select distinct on (visitor_id) visitor_id, contact_id
                from unnest($2::text[], $3::bigint[]) with ordinality as n (visitor_id, contact_id, position)
                where exists (select from contact where contact.id = n.contact_id)
                order by visitor_id, position desc
            )
            insert into visitor (organization_id, visitor_id, contact_id, identified_at)
            select $1, visitor_id, contact_id, $4 from named
            on conflict (organization_id, visitor_id) do update
                set contact_id = excluded.contact_id, identified_at = excluded.identified_at
                where visitor.contact_id <> excluded.contact_id
            returning visitor_id, contact_id
            """;

    private static final String JOIN_HISTORY =
            """
            with history as (
                delete from anonymous_entry a using visitor v
                where a.visitor_id = any($1) and v.organization_id = a.organization_id and v.visitor_id = a.visitor_id
                returning a.organization_id, v.contact_id, a.at, a.event_id, a.type, a.data
            ), joined as (
                insert into timeline_entry (organization_id, contact_id, at, event_id, type, data)
                select organization_id, contact_id, at, event_id, type, data from history
                on conflict do nothing
                returning contact_id, type, data
            )
            select (data ->> 'submissionId')::bigint, contact_id from joined where type = 'FormSubmitted'
            """;

    private final Sql sql;
    private final Outbox outbox;
    private final Clock clock;

    Visitors(Sql sql, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A visitor named as a contact. */
    public record Identification(String visitorId, long contactId) {

        OutgoingEvent event() {
            return OutgoingEvent.of("ContactIdentified", contactId, this);
        }
    }

    public Uni<Optional<Long>> contactOf(String visitorId) {
        return sql.first(
                "select contact_id from visitor where visitor_id = $1",
                row -> row.getLong(0),
                visitorId);
    }

    /**
     * Notes who visitors are, joins their history and tells of those that are new; what is known
     * already changes nothing.
     */
    public Uni<Void> identify(OrganizationId organization, Lane lane, List<Identification> named) {
        if (named.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.list(
                        IDENTIFY,
                        Visitors::identification,
                        organization.value(),
                        named.stream().map(Identification::visitorId).toArray(String[]::new),
                        named.stream().map(Identification::contactId).toArray(Long[]::new),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .call(
                        identified ->
                                joinHistory(
                                        organization,
                                        lane,
                                        identified.stream()
                                                .map(Identification::visitorId)
                                                .toList()))
                .chain(
                        identified ->
                                outbox.publish(
                                        organization,
                                        lane,
                                        identified.stream().map(Identification::event).toList()));
    }

    /**
     * Gives what visitors did anonymously to the contacts that they are, as far as that is known,
     * and tells whose their submissions are.
     */
    public Uni<Void> joinHistory(
            OrganizationId organization, Lane lane, Collection<String> visitorIds) {
        if (visitorIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.list(
                        JOIN_HISTORY,
                        row -> new SubmissionRegistered(row.getLong(0), row.getLong(1)).event(),
                        (Object) visitorIds.toArray(String[]::new))
                .chain(events -> outbox.publish(organization, lane, events));
    }

    private static Identification identification(Row row) {
        return new Identification(row.getString("visitor_id"), row.getLong("contact_id"));
    }
}
