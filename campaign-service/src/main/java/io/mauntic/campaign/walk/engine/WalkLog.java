package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.walk.domain.Arrival;
import io.mauntic.campaign.walk.domain.Outcome;
import io.mauntic.campaign.walk.domain.Reaction;
import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was done to whom. Its primary key is what makes a step happen once. */
@ApplicationScoped
class WalkLog {

    static final String UNKNOWN_CONTACT = "unknown-contact";

    private static final String NOTE =
            """
            insert into campaign_log (organization_id, campaign_id, event_key, contact_id, rotation, status, path, reason, at)
            select $1, $2, $3, contact_id, rotation, case when failed then 'failed' else 'executed' end, path,
                case when failed then $9 end, $4
            from unnest($5::bigint[], $6::int[], $7::text[], $8::boolean[]) as given(contact_id, rotation, path, failed)
            order by contact_id
            on conflict do nothing
            returning contact_id, rotation
            """;
    private static final String REACTIONS =
            """
            select contact_id, rotation, opened_at is not null as opened, clicked_at is not null as clicked from campaign_log
            where organization_id = $1 and campaign_id = $2 and event_key = $3 and contact_id = any($4)
            order by contact_id for update
            """;

    private final Sql sql;

    WalkLog(Sql sql) {
        this.sql = sql;
    }

    /** Notes a step as done; answers for whom it had not been done before. */
    Uni<Set<Walker>> note(DueGroup group, Outcome outcome, Instant now) {
        List<Long> contacts = new ArrayList<>();
        List<Integer> rotations = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        List<Boolean> failures = new ArrayList<>();
        outcome.ways()
                .forEach(
                        (path, arrivals) -> {
                            for (Arrival arrival : arrivals) {
                                contacts.add(arrival.walker().contact());
                                rotations.add(arrival.walker().rotation());
                                paths.add(path.word().orElse(null));
                                failures.add(false);
                            }
                        });
        for (Arrival arrival : outcome.failed()) {
            contacts.add(arrival.walker().contact());
            rotations.add(arrival.walker().rotation());
            paths.add(null);
            failures.add(true);
        }
        return sql.list(
                        NOTE,
                        WalkLog::walker,
                        group.organization().value(),
                        group.campaign(),
                        group.eventKey(),
                        now.atOffset(ZoneOffset.UTC),
                        contacts.toArray(Long[]::new),
                        rotations.toArray(Integer[]::new),
                        paths.toArray(String[]::new),
                        failures.toArray(Boolean[]::new),
                        UNKNOWN_CONTACT)
                .map(HashSet::new);
    }

    /**
     * How contacts reacted to an email so far. Reactions that arrive from now on wait until the
     * unit of work ends: they then find the decisions that it makes wait.
     */
    Uni<Map<Walker, Reaction>> reactions(
            OrganizationId organization,
            long campaign,
            String emailKey,
            Collection<Long> contacts) {
        return sql.list(
                        REACTIONS,
                        row ->
                                Map.entry(
                                        walker(row),
                                        new Reaction(
                                                row.getBoolean("opened"),
                                                row.getBoolean("clicked"))),
                        organization.value(),
                        campaign,
                        emailKey,
                        contacts.toArray(Long[]::new))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Walker walker(Row row) {
        return new Walker(row.getLong("contact_id"), row.getInteger("rotation"));
    }
}
