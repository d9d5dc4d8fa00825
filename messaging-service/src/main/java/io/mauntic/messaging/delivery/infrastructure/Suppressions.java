package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.security.AddressHash;
import io.mauntic.kit.security.AddressHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who must not be written to, by contact and by address; inside a unit of work of their
 * organization. An address stays when its contact is erased, and a bounce holds for the address
 * alone.
 */
@ApplicationScoped
public class Suppressions {

    /** The reason that says something of an address and nothing of its owner. */
    public static final String BOUNCED = "bounced";

    // What a person said outweighs what a mail server said: it does not pass with the mailbox.
    private static final String ADD_CONTACT =
            """
            insert into suppression as s (organization_id, contact_id, channel, reason) values ($1, $2, $3, $4)
            on conflict (organization_id, contact_id, channel) do update set reason = excluded.reason where s.reason = 'bounced'
            """;
    private static final String ADD_ADDRESS =
            """
            insert into suppressed_address as s (organization_id, channel, address_hash, reason) values ($1, $2, decode($3, 'hex'), $4)
            on conflict (organization_id, channel, address_hash) do update set reason = excluded.reason where s.reason = 'bounced'
            """;
    private static final String ADDRESSES =
            """
            select encode(address_hash, 'hex') as hash from suppressed_address
            where channel = $1 and address_hash = any(array(select decode(hash, 'hex') from unnest($2::text[]) as asked (hash)))
            """;

    private final Sql sql;
    private final AddressHashes hashes;

    Suppressions(Sql sql, AddressHashes hashes) {
        this.sql = sql;
        this.hashes = hashes;
    }

    public Uni<Integer> add(
            OrganizationId organization, long contactId, Channel channel, String reason) {
        return sql.update(ADD_CONTACT, organization.value(), contactId, channel.text(), reason);
    }

    /** Does nothing for a text that is no address, null included. */
    public Uni<Integer> addAddress(
            OrganizationId organization, Channel channel, String address, String reason) {
        return hashes.of(organization, channel, address)
                .map(
                        hash ->
                                sql.update(
                                        ADD_ADDRESS,
                                        organization.value(),
                                        channel.text(),
                                        hash.hex(),
                                        reason))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    /** A bounce that is over leaves what the contact itself refused. */
    public Uni<Integer> remove(long contactId, Channel channel, String reason) {
        return sql.update(
                "delete from suppression where contact_id = $1 and channel = $2 and ($3 <> 'bounced' or reason = 'bounced')",
                contactId,
                channel.text(),
                reason);
    }

    public Uni<Integer> removeAddress(
            OrganizationId organization, Channel channel, String address, String reason) {
        return hashes.of(organization, channel, address)
                .map(
                        hash ->
                                sql.update(
                                        "delete from suppressed_address where channel = $1 and address_hash = decode($2, 'hex') and ($3 <> 'bounced' or reason = 'bounced')",
                                        channel.text(),
                                        hash.hex(),
                                        reason))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    /**
     * Those of the contacts that must not be written to, for their own sake or for their address's.
     *
     * @param recipients addresses by contact
     */
    public Uni<Set<Long>> among(
            OrganizationId organization, Channel channel, Map<Long, String> recipients) {
        if (recipients.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return sql.list(
                        "select contact_id from suppression where contact_id = any($1) and channel = $2",
                        row -> row.getLong("contact_id"),
                        recipients.keySet().toArray(Long[]::new),
                        channel.text())
                .chain(
                        contacts ->
                                byAddress(organization, channel, recipients)
                                        .invoke(found -> found.addAll(contacts)));
    }

    /** Whether nobody may be written to at an address. */
    public Uni<Boolean> holds(OrganizationId organization, Channel channel, String address) {
        return byAddress(organization, channel, Map.of(0L, address)).map(found -> !found.isEmpty());
    }

    private Uni<Set<Long>> byAddress(
            OrganizationId organization, Channel channel, Map<Long, String> recipients) {
        Map<String, Set<Long>> owners = HashMap.newHashMap(recipients.size());
        recipients.forEach(
                (contact, address) ->
                        hashes.of(organization, channel, address)
                                .map(AddressHash::hex)
                                .ifPresent(
                                        hash ->
                                                owners.computeIfAbsent(hash, _ -> new HashSet<>())
                                                        .add(contact)));
        return sql.list(
                        ADDRESSES,
                        row -> row.getString("hash"),
                        channel.text(),
                        owners.keySet().toArray(String[]::new))
                .map(found -> contacts(found, owners));
    }

    private static Set<Long> contacts(List<String> hashes, Map<String, Set<Long>> owners) {
        Set<Long> contacts = new HashSet<>();
        hashes.forEach(hash -> contacts.addAll(owners.get(hash)));
        return contacts;
    }
}
