package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a batch needs to know, a statement each; inside a unit of work of the organization. */
@ApplicationScoped
public class DeliveryQueries {

    private final Sql sql;

    DeliveryQueries(Sql sql) {
        this.sql = sql;
    }

    public Uni<List<DeliveryOrder>> orders(Collection<Long> ids) {
        return sql.list(
                "select id, contact_id, email_id from delivery where id = any($1) and status = 'queued'",
                row ->
                        new DeliveryOrder(
                                row.getLong("id"),
                                row.getLong("contact_id"),
                                row.getLong("email_id")),
                (Object) ids.toArray(Long[]::new));
    }

    /** Deleted ones are left out. */
    public Uni<Map<Long, StoredEmail>> emails(Collection<Long> ids) {
        return sql.list(
                        "select id, version, name, subject, html, text, from_name, from_address from email where id = any($1) and deleted_at is null",
                        row ->
                                new StoredEmail(
                                        row.getLong("id"),
                                        row.getLong("version"),
                                        row.getString("name"),
                                        row.getString("subject"),
                                        row.getString("html"),
                                        Optional.ofNullable(row.getString("text")),
                                        row.getString("from_name"),
                                        row.getString("from_address")),
                        (Object) ids.toArray(Long[]::new))
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        StoredEmail::id, Function.identity())));
    }

    public Uni<Optional<DeliveryId>> byKey(String key) {
        return sql.first(
                "select id from delivery where delivery_key = $1",
                row -> new DeliveryId(row.getLong("id")),
                key);
    }

    /** The last mail that was sent to one of the contacts at an address. */
    public Uni<Optional<DeliveryId>> lastTo(String address, Collection<Long> contactIds) {
        return sql.first(
                "select id from delivery where contact_id = any($1) and lower(address) = lower($2) order by id desc limit 1",
                row -> new DeliveryId(row.getLong("id")),
                contactIds.toArray(Long[]::new),
                address);
    }

    /** The ids of an email's links; those that are new get one. */
    public Uni<Map<String, Long>> links(
            OrganizationId organization, long emailId, Set<String> urls) {
        if (urls.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String[] wanted = urls.toArray(String[]::new);
        return sql.update(
                        "insert into link (organization_id, email_id, url) select $1, $2, u from unnest($3::text[]) as u order by u on conflict do nothing",
                        organization.value(),
                        emailId,
                        wanted)
                .chain(
                        () ->
                                sql.list(
                                        "select url, id from link where email_id = $1 and url_hash in (select md5(u) from unnest($2::text[]) as u)",
                                        row -> Map.entry(row.getString("url"), row.getLong("id")),
                                        emailId,
                                        wanted))
                .map(
                        found -> {
                            Map<String, Long> ids = HashMap.newHashMap(found.size());
                            found.forEach(link -> ids.put(link.getKey(), link.getValue()));
                            return ids;
                        });
    }
}
