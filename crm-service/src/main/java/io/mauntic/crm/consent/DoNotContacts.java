package io.mauntic.crm.consent;

import io.mauntic.contracts.crm.model.DoNotContact;
import io.mauntic.crm.segment.application.SegmentMembership;
import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who must not be written to, on which channel, and why. All inside the unit of work that is open.
 */
@ApplicationScoped
public class DoNotContacts {

    private static final Set<String> FIELD = Set.of("doNotContact");

    // The first reason stays: an unsubscribed contact whose mail bounces later is still one who
    // said no.
    private static final String ADD =
            """
            insert into do_not_contact (organization_id, contact_id, channel, reason, note, created_at)
            select distinct on (contact.id, r.channel) $1, contact.id, r.channel, r.reason, r.note, $6
            from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) as r (contact_id, channel, reason, note)
            join contact on contact.id = r.contact_id
            order by contact.id, r.channel
            on conflict do nothing
            returning contact_id, channel, reason
            """;

    private final Sql sql;
    private final Outbox outbox;
    private final SegmentMembership segments;
    private final Clock clock;

    DoNotContacts(Sql sql, Outbox outbox, SegmentMembership segments, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.segments = segments;
        this.clock = clock;
    }

    /** Its components are the data of the events that tell of it. */
    record Refusal(long contactId, Channel channel, Reason reason) {

        static Refusal of(Row row) {
            return new Refusal(
                    row.getLong("contact_id"),
                    Channel.of(row.getString("channel")),
                    Reason.of(row.getString("reason")));
        }

        OutgoingEvent event(String type) {
            return OutgoingEvent.of(
                    type,
                    contactId,
                    Map.of(
                            "contactId",
                            contactId,
                            "channel",
                            channel.text(),
                            "reason",
                            reason.text()));
        }
    }

    /**
     * Notes refusals, at most 1,000; tells of those that are new. Contacts that do not exist are
     * left out.
     */
    Uni<Void> add(OrganizationId organization, Lane lane, List<Refusal> refusals, String note) {
        return sql.list(
                        ADD,
                        Refusal::of,
                        organization.value(),
                        refusals.stream().map(Refusal::contactId).toArray(Long[]::new),
                        refusals.stream()
                                .map(refusal -> refusal.channel().text())
                                .toArray(String[]::new),
                        refusals.stream()
                                .map(refusal -> refusal.reason().text())
                                .toArray(String[]::new),
                        refusals.stream().map(_ -> PlainText.clean(note)).toArray(String[]::new),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .chain(added -> tell(organization, lane, "DoNotContactAdded", added));
    }

    Uni<Void> remove(OrganizationId organization, ContactId contact, Channel channel) {
        return sql.list(
                        "delete from do_not_contact where contact_id = $1 and channel = $2 returning contact_id, channel, reason",
                        Refusal::of,
                        contact.value(),
                        channel.text())
                .invoke(removed -> refuseWhenNone(removed, contact))
                .chain(
                        removed ->
                                tell(organization, Lane.REALTIME, "DoNotContactRemoved", removed));
    }

    Uni<List<DoNotContact>> of(ContactId contact) {
        return sql.number("select count(*) from contact where id = $1", contact.value())
                .invoke(found -> refuseUnknown(found, contact))
                .chain(
                        () ->
                                sql.list(
                                        "select channel, reason, note, created_at from do_not_contact where contact_id = $1 order by channel",
                                        DoNotContacts::contract,
                                        contact.value()));
    }

    private Uni<Void> tell(
            OrganizationId organization, Lane lane, String type, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return outbox.publish(
                        organization,
                        lane,
                        refusals.stream().map(refusal -> refusal.event(type)).toList())
                .chain(
                        () ->
                                segments.reevaluate(
                                        organization,
                                        refusals.stream()
                                                .map(Refusal::contactId)
                                                .distinct()
                                                .toList(),
                                        FIELD,
                                        lane));
    }

    private static void refuseWhenNone(List<Refusal> removed, ContactId contact) {
        if (removed.isEmpty()) {
            throw new NotFound("do-not-contact-entry", contact);
        }
    }

    private static void refuseUnknown(long found, ContactId contact) {
        if (found == 0) {
            throw new NotFound("contact", contact);
        }
    }

    private static DoNotContact contract(Row row) {
        return new DoNotContact()
                .channel(row.getString("channel"))
                .reason(row.getString("reason"))
                .note(row.getString("note"))
                .createdAt(row.getOffsetDateTime("created_at"));
    }
}
