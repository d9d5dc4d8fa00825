package io.mauntic.content.visit.infrastructure;

import io.mauntic.content.visit.application.Visitors;
import io.mauntic.content.visit.domain.VisitorId;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Visitors by set-based SQL. */
@ApplicationScoped
class SqlVisitors implements Visitors {

    private static final String IDENTIFY =
            """
            insert into visitor (organization_id, visitor_id, contact_id)
            select $1, visitor_id, contact_id from unnest($2::text[], $3::bigint[]) as known (visitor_id, contact_id)
            on conflict (organization_id, visitor_id) do update set contact_id = excluded.contact_id, identified_at = now()
            where visitor.contact_id <> excluded.contact_id
            returning visitor_id
            """;

    private final Sql sql;

    SqlVisitors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<Set<VisitorId>> identify(
            OrganizationId organization, Map<VisitorId, ContactId> known) {
        if (known.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        // In one order everywhere, so that two batches cannot wait for each other.
        Map<String, Long> sorted = new TreeMap<>();
        known.forEach((visitor, contact) -> sorted.put(visitor.value(), contact.value()));
        return sql.list(
                        IDENTIFY,
                        row -> new VisitorId(row.getString(0)),
                        organization.value(),
                        sorted.keySet().toArray(String[]::new),
                        sorted.values().toArray(Long[]::new))
                .map(Set::copyOf);
    }

    @Override
    public Uni<Map<VisitorId, ContactId>> contactsOf(
            OrganizationId organization, Collection<VisitorId> visitors) {
        return sql.list(
                        "select visitor_id, contact_id from visitor where organization_id = $1 and visitor_id = any($2)",
                        row ->
                                Map.entry(
                                        new VisitorId(row.getString(0)),
                                        new ContactId(row.getLong(1))),
                        organization.value(),
                        visitors.stream().map(VisitorId::value).distinct().toArray(String[]::new))
                .map(
                        rows ->
                                new HashMap<>(
                                        rows.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Map.Entry::getKey,
                                                                Map.Entry::getValue))));
    }

    @Override
    public Uni<Void> reassign(OrganizationId organization, ContactId from, ContactId to) {
        return sql.update(
                        "update visitor set contact_id = $3 where organization_id = $1 and contact_id = $2",
                        organization.value(),
                        from.value(),
                        to.value())
                .replaceWithVoid();
    }
}
