package io.mauntic.crm.consent;

import io.mauntic.crm.segment.application.SegmentMembership;
import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.erasure.ContactErasure;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.security.AddressHash;
import io.mauntic.kit.security.AddressHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps do-not-contact in step with the addresses of contacts, in the unit of work that changed
 * them: a bounce stays behind with its address, what a person said goes along, and who takes a
 * refused address is not written to. A few statements, however many contacts.
 */
@ApplicationScoped
public class AddressRefusals implements ContactErasure {

    // Organizations in which nobody refused anything pay for this one statement alone.
    private static final String CONCERNED =
            """
            select id, email, phone from contact where id = any($1)
                and ((select exists (select from address_refusal)) or id in (select contact_id from do_not_contact where contact_id = any($1)))
            """;
    private static final String NOW =
            """
            with now as (
                select contact_id, channel, decode(hash, 'hex') as hash
                from unnest($1::bigint[], $2::text[], $3::text[]) as given (contact_id, channel, hash))
            """;
    private static final String LEAVE =
            NOW
                    + """
                    delete from do_not_contact d using now
                    where d.contact_id = now.contact_id and d.channel = now.channel and d.reason = 'bounced' and d.address_hash is distinct from now.hash
                    returning d.contact_id, d.channel, d.reason
                    """;
    private static final String FOLLOW =
            NOW
                    + """
                    , moved as (
                        update do_not_contact d set address_hash = now.hash from now
                        where d.contact_id = now.contact_id and d.channel = now.channel and d.address_hash is distinct from now.hash and now.hash is not null
                        returning d.organization_id, d.contact_id, d.channel, d.reason, d.address_hash),
                    kept as (
                        insert into address_refusal as a (organization_id, channel, address_hash, reason)
                        select distinct on (channel, address_hash) organization_id, channel, address_hash, reason from moved
                        order by channel, address_hash, reason = 'bounced'
                        on conflict (organization_id, channel, address_hash) do update set reason = excluded.reason
                        where a.reason = 'bounced' and excluded.reason <> 'bounced')
                    select contact_id, channel, reason from moved order by contact_id, channel
                    """;
    private static final String TAKE =
            NOW
                    + """
                    insert into do_not_contact as d (organization_id, contact_id, channel, reason, address_hash)
                    select a.organization_id, now.contact_id, now.channel, a.reason, a.address_hash
                    from now join address_refusal a on a.channel = now.channel and a.address_hash = now.hash
                    order by now.contact_id, now.channel
                    on conflict (organization_id, contact_id, channel) do update set reason = excluded.reason
                    where d.reason = 'bounced' and excluded.reason <> 'bounced'
                    returning d.contact_id, d.channel, d.reason
                    """;

    private final Sql sql;
    private final AddressHashes hashes;
    private final RefusalEvents events;

    AddressRefusals(Sql sql, AddressHashes hashes, RefusalEvents events) {
        this.sql = sql;
        this.hashes = hashes;
        this.events = events;
    }

    /** The addresses of some contacts on some channels, with the parameters that NOW takes. */
    private record Addresses(Map<Long, Reached> contacts, Object[] parameters) {

        List<Refusal> of(List<Refusal> refusals) {
            return refusals.stream()
                    .map(
                            refusal ->
                                    refusal.at(
                                            contacts.get(refusal.contactId())
                                                    .on(refusal.channel())))
                    .toList();
        }
    }

    /**
     * @param contactIds at most 5,000 that are new or were changed
     * @param fields what has changed of them
     */
    public Uni<Void> settle(
            OrganizationId organization, Lane lane, List<Long> contactIds, Set<String> fields) {
        List<Channel> channels = channels(fields);
        if (contactIds.isEmpty() || channels.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return addresses(organization, contactIds, channels)
                .chain(
                        now ->
                                now.contacts().isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : settle(organization, lane, now));
    }

    private Uni<Void> settle(OrganizationId organization, Lane lane, Addresses now) {
        return list(LEAVE, now)
                .chain(left -> events.removed(organization, lane, left))
                .chain(() -> list(FOLLOW, now))
                .chain(moved -> events.added(organization, lane, now.of(moved)))
                .chain(() -> list(TAKE, now))
                .chain(taken -> events.added(organization, lane, now.of(taken)));
    }

    /** Refusals from before addresses were kept would go with their contacts. */
    @Override
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        return addresses(organization, contacts, List.of(Channel.values()))
                .chain(
                        now ->
                                list(FOLLOW, now)
                                        .chain(
                                                moved ->
                                                        events.added(
                                                                organization,
                                                                Lane.REALTIME,
                                                                now.of(moved))));
    }

    private Uni<List<Refusal>> list(String statement, Addresses now) {
        return sql.list(statement, Refusal::of, now.parameters());
    }

    private Uni<Addresses> addresses(
            OrganizationId organization, List<Long> contactIds, List<Channel> channels) {
        return sql.list(CONCERNED, Reached::of, (Object) contactIds.toArray(Long[]::new))
                .map(found -> hashed(organization, found, channels));
    }

    private Addresses hashed(
            OrganizationId organization, List<Reached> found, List<Channel> channels) {
        Map<Long, Reached> contacts = HashMap.newHashMap(found.size());
        List<Long> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> hashed = new ArrayList<>();
        for (Reached contact : found) {
            contacts.put(contact.contactId(), contact);
            for (Channel channel : channels) {
                ids.add(contact.contactId());
                names.add(channel.text());
                hashed.add(
                        hashes.of(organization, channel, contact.on(channel))
                                .map(AddressHash::hex)
                                .orElse(null));
            }
        }
        return new Addresses(
                contacts,
                new Object[] {
                    ids.toArray(Long[]::new),
                    names.toArray(String[]::new),
                    hashed.toArray(String[]::new)
                });
    }

    private static List<Channel> channels(Set<String> fields) {
        boolean all = fields.containsAll(SegmentMembership.ALL_FIELDS);
        List<Channel> channels = new ArrayList<>();
        if (all || fields.contains("email")) {
            channels.add(Channel.EMAIL);
        }
        if (all || fields.contains("phone")) {
            channels.add(Channel.SMS);
        }
        return channels;
    }
}
