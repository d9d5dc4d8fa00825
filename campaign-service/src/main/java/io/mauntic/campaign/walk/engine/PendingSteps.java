package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.walk.domain.Arrival;
import io.mauntic.campaign.walk.domain.FollowUp;
import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What waits for its time. The table stands outside the policies, so that every statement names the
 * organization.
 */
@ApplicationScoped
class PendingSteps {

    private static final String ADD =
            """
            insert into pending_step (organization_id, campaign_id, event_key, contact_id, rotation, lane, due_at, waiting_since)
            select $1, $2, event_key, contact_id, rotation, $3, coalesce(due_at, 'infinity'), $4
            from unnest($5::text[], $6::bigint[], $7::int[], $8::timestamptz[]) as given(event_key, contact_id, rotation, due_at)
            order by event_key, contact_id
            on conflict do nothing
            """;
    private static final String GROUP =
            " where organization_id = $1 and campaign_id = $2 and event_key = $3 and due_at <= $4 and not held";
    private static final String LONGEST =
            "select contact_id, rotation from pending_step"
                    + GROUP
                    + " and lane = $5 order by due_at limit 1000";
    private static final String THESE =
            "select contact_id, rotation from pending_step"
                    + GROUP
                    + " and contact_id = any($5) order by contact_id";
    private static final String SAME =
            """
            where p.organization_id = $1 and p.campaign_id = $2 and p.event_key = $3
                and p.contact_id = due.contact_id and p.rotation = due.rotation
            """;
    private static final String CLAIM =
            "with due as (%s for update skip locked) delete from pending_step p using due "
                    + SAME
                    + " returning p.contact_id, p.rotation, p.waiting_since";
    private static final String HOLD =
            "with due as (%s for update skip locked) update pending_step p set held = true from due "
                    + SAME;
    // Rows that another unit of work has claimed are skipped: it reads the reaction itself before
    // it decides.
    private static final String ADVANCE =
            """
            with waiting as (
                select p.event_key, p.contact_id, p.rotation from pending_step p
                join unnest($4::bigint[], $5::int[]) as given(contact_id, rotation) using (contact_id, rotation)
                where p.organization_id = $1 and p.campaign_id = $2 and p.event_key = any($3)
                for update of p skip locked)
            update pending_step p set due_at = least(p.due_at, $6), lane = $7 from waiting w
            where p.organization_id = $1 and p.campaign_id = $2 and p.event_key = w.event_key
                and p.contact_id = w.contact_id and p.rotation = w.rotation
            """;
    private static final String RELEASE =
            "update pending_step set held = false where organization_id = $1 and campaign_id = $2 and held";
    // What is being run finds that its contact has left.
    private static final String CANCEL =
            """
            delete from pending_step p using (
                select event_key, contact_id, rotation from pending_step
                where organization_id = $1 and campaign_id = $2 and contact_id = any($3) for update skip locked) as waiting
            where p.organization_id = $1 and p.campaign_id = $2 and p.event_key = waiting.event_key
                and p.contact_id = waiting.contact_id and p.rotation = waiting.rotation
            """;
    private static final String KEEP_ONLY =
            "delete from pending_step where organization_id = $1 and campaign_id = $2 and event_key <> all($3)";

    private final Sql sql;

    PendingSteps(Sql sql) {
        this.sql = sql;
    }

    Uni<Integer> add(
            OrganizationId organization,
            long campaign,
            Lane lane,
            List<FollowUp> followUps,
            Instant now) {
        if (followUps.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return sql.update(
                ADD,
                organization.value(),
                campaign,
                lane.text(),
                utc(now),
                column(followUps, FollowUp::key, String[]::new),
                column(followUps, followUp -> followUp.walker().contact(), Long[]::new),
                column(followUps, followUp -> followUp.walker().rotation(), Integer[]::new),
                column(
                        followUps,
                        followUp -> followUp.due() == Instant.MAX ? null : utc(followUp.due()),
                        OffsetDateTime[]::new));
    }

    /**
     * Takes the due steps of a group that no other unit of work has taken, at most 1,000; two
     * replicas share them.
     */
    Uni<List<Arrival>> claim(DueGroup group, Instant now) {
        return sql.list(
                CLAIM.formatted(which(group)),
                row ->
                        new Arrival(
                                new Walker(row.getLong("contact_id"), row.getInteger("rotation")),
                                row.getOffsetDateTime("waiting_since").toInstant()),
                parameters(group, now));
    }

    /** Whose steps of a group are due, at most 1,000. */
    Uni<List<Long>> contacts(DueGroup group, Instant now) {
        return sql.list(which(group), row -> row.getLong("contact_id"), parameters(group, now))
                .map(contacts -> contacts.stream().distinct().toList());
    }

    /** Puts aside what fell due while its campaign does not run. */
    Uni<Integer> hold(DueGroup group, Instant now) {
        return sql.update(HOLD.formatted(which(group)), parameters(group, now));
    }

    private static String which(DueGroup group) {
        return group.contacts().isPresent() ? THESE : LONGEST;
    }

    private static Object[] parameters(DueGroup group, Instant now) {
        return new Object[] {
            group.organization().value(),
            group.campaign(),
            group.eventKey(),
            utc(now),
            group.contacts()
                    .<Object>map(contacts -> contacts.toArray(Long[]::new))
                    .orElseGet(group.lane()::text)
        };
    }

    /** Has waiting decisions decided now. */
    Uni<Integer> advance(
            OrganizationId organization,
            long campaign,
            List<String> decisions,
            Collection<Walker> walkers,
            Instant now,
            Lane lane) {
        return sql.update(
                ADVANCE,
                organization.value(),
                campaign,
                decisions.toArray(String[]::new),
                column(walkers, Walker::contact, Long[]::new),
                column(walkers, Walker::rotation, Integer[]::new),
                utc(now),
                lane.text());
    }

    /** Lets go on what was put aside. */
    Uni<Integer> release(OrganizationId organization, long campaign) {
        return sql.update(RELEASE, organization.value(), campaign);
    }

    Uni<Integer> cancel(OrganizationId organization, long campaign, Collection<Long> contacts) {
        return sql.update(CANCEL, organization.value(), campaign, contacts.toArray(Long[]::new));
    }

    /** Cancels whatever waits at other events than these. */
    Uni<Integer> keepOnly(OrganizationId organization, long campaign, Collection<String> keys) {
        return sql.update(KEEP_ONLY, organization.value(), campaign, keys.toArray(String[]::new));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T, C> C[] column(
            Collection<T> rows, Function<T, C> value, java.util.function.IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
