package io.mauntic.crm.consent;

import io.mauntic.contracts.crm.model.DoNotContact;
import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.Channel;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.security.AddressHash;
import io.mauntic.kit.security.AddressHashes;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who must not be written to, on which channel, and why. All inside the unit of work that is open.
 */
@ApplicationScoped
public class DoNotContacts {

    // Locked, so that an address does not change between the look at it and the refusal.
    private static final String CONCERNED =
            "select id, email, phone from contact where id = any($1) or email = any($2) order by id for no key update";
    // The first reason stays, unless it was a bounce: an unsubscribed contact whose mail bounces
    // later is still one who said no.
    private static final String ADD =
            """
            insert into do_not_contact as d (organization_id, contact_id, channel, reason, note, address_hash, created_at)
            select $1, contact_id, channel, reason, $6, decode(hash, 'hex'), $7
            from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) as r (contact_id, channel, reason, hash)
            order by contact_id, channel
            on conflict (organization_id, contact_id, channel) do update set
                reason = excluded.reason, note = excluded.note, address_hash = excluded.address_hash
            where d.reason = 'bounced' and excluded.reason <> 'bounced'
            returning d.contact_id, d.channel, d.reason
            """;
    private static final String ADD_ADDRESSES =
            """
            insert into address_refusal as a (organization_id, channel, address_hash, reason)
            select distinct on (channel, hash) $1, channel, decode(hash, 'hex'), reason
            from unnest($2::text[], $3::text[], $4::text[]) as r (channel, hash, reason)
            order by channel, hash, reason = 'bounced'
            on conflict (organization_id, channel, address_hash) do update set reason = excluded.reason
            where a.reason = 'bounced' and excluded.reason <> 'bounced'
            """;
    private static final String REMOVE =
            """
            with removed as (
                delete from do_not_contact where contact_id = $1 and channel = $2 returning contact_id, channel, reason, address_hash),
            freed as (
                delete from address_refusal a using removed
                where a.channel = removed.channel and a.address_hash in (removed.address_hash, decode($3::text, 'hex')))
            select contact_id, channel, reason from removed
            """;

    private final Sql sql;
    private final AddressHashes hashes;
    private final RefusalEvents events;
    private final Clock clock;

    DoNotContacts(Sql sql, AddressHashes hashes, RefusalEvents events, Clock clock) {
        this.sql = sql;
        this.hashes = hashes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes refusals, at most 1,000; tells of those that are new. Of contacts that do not exist the
     * addresses are kept.
     */
    Uni<Void> add(OrganizationId organization, Lane lane, List<Refusal> refusals, String note) {
        return reached(refusals)
                .map(found -> noted(organization, refusals, found))
                .call(noted -> addAddresses(organization, noted))
                .chain(noted -> addContacts(organization, noted, PlainText.clean(note)))
                .chain(added -> events.added(organization, lane, added));
    }

    private NotedRefusals noted(
            OrganizationId organization, List<Refusal> refusals, List<Reached> found) {
        Map<Long, Reached> byId =
                found.stream().collect(Collectors.toMap(Reached::contactId, Function.identity()));
        Map<String, Reached> byEmail =
                found.stream()
                        .filter(contact -> contact.email() != null)
                        .collect(Collectors.toMap(Reached::email, Function.identity()));
        NotedRefusals noted = new NotedRefusals(organization, hashes);
        for (Refusal refusal : refusals) {
            Reached owner = refusal.address() == null ? null : byEmail.get(refusal.address());
            noted.add(
                    refusal,
                    Stream.of(byId.get(refusal.contactId()), owner)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
        }
        return noted;
    }

    private Uni<Void> addAddresses(OrganizationId organization, NotedRefusals noted) {
        Collection<Refusal> refused = noted.addresses();
        return refused.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(
                                ADD_ADDRESSES,
                                organization.value(),
                                texts(refused, refusal -> refusal.channel().text()),
                                texts(refused, noted::hash),
                                texts(refused, refusal -> refusal.reason().text()))
                        .replaceWithVoid();
    }

    private Uni<List<Refusal>> addContacts(
            OrganizationId organization, NotedRefusals noted, String note) {
        Collection<Refusal> refused = noted.contacts();
        Map<Long, List<Refusal>> byContact =
                refused.stream().collect(Collectors.groupingBy(Refusal::contactId));
        return sql.list(
                ADD,
                row -> {
                    Refusal added = Refusal.of(row);
                    return byContact.get(added.contactId()).stream()
                            .filter(refusal -> refusal.channel() == added.channel())
                            .findFirst()
                            .orElseThrow();
                },
                organization.value(),
                refused.stream().map(Refusal::contactId).toArray(Long[]::new),
                texts(refused, refusal -> refusal.channel().text()),
                texts(refused, refusal -> refusal.reason().text()),
                texts(refused, noted::hash),
                note,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    Uni<Void> remove(OrganizationId organization, ContactId contact, Channel channel) {
        Refusal asked = new Refusal(contact.value(), channel, Reason.MANUAL, null);
        return reached(List.of(asked))
                .map(found -> found.stream().findFirst().map(it -> it.on(channel)).orElse(null))
                .chain(
                        address ->
                                sql.list(
                                                REMOVE,
                                                row -> Refusal.of(row).at(address),
                                                contact.value(),
                                                channel.text(),
                                                hashes.of(organization, channel, address)
                                                        .map(AddressHash::hex)
                                                        .orElse(null))
                                        .invoke(removed -> refuseWhenNone(removed, contact)))
                .chain(removed -> events.removed(organization, Lane.REALTIME, removed));
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

    private Uni<List<Reached>> reached(List<Refusal> refusals) {
        return sql.list(
                CONCERNED,
                Reached::of,
                refusals.stream().map(Refusal::contactId).toArray(Long[]::new),
                refusals.stream()
                        .map(Refusal::address)
                        .filter(Objects::nonNull)
                        .toArray(String[]::new));
    }

    private static String[] texts(Collection<Refusal> refusals, Function<Refusal, String> value) {
        return refusals.stream().map(value).toArray(String[]::new);
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
