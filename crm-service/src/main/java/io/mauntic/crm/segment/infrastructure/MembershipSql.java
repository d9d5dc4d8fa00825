package io.mauntic.crm.segment.infrastructure;

import io.mauntic.crm.segment.application.LiveSegment;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that change who is in a segment. Each one names its changes {@code change
 * (segment_id, contact_id, came)}; what follows from a change, the count and the events, is the
 * same for all.
 */
final class MembershipSql {

    private static final String COUNTED =
            """
            , tally as (
                insert into segment_tally as t (organization_id, segment_id, slot, members)
                select %1$s, segment_id, pg_backend_pid(), sum(case when came then 1 else -1 end) from change
                group by segment_id order by segment_id
                on conflict (organization_id, segment_id, slot) do update set members = t.members + excluded.members
            )
            """;

    // The revision is drawn when the rows are locked: whatever happens to a membership later has a
    // higher one, by whichever lane it travels.
    private static final String TOLD =
            """
            , told as (
                select append_events(%1$s, %2$s, null, %3$s, array_agg(
                    outgoing_event(
                        case when came then 'ContactAddedToSegment' else 'ContactRemovedFromSegment' end,
                        change.contact_id::text,
                        jsonb_build_object('contactId', change.contact_id, 'segmentId', s.id, 'segmentName', s.name, 'manually', %4$s,
                            'revision', nextval('membership_revision'))::text,
                        %3$s -> change.contact_id::text)
                    order by change.contact_id, change.segment_id)) as events
                from change join segment s on s.organization_id = %1$s and s.id = change.segment_id
            )
            """;

    private static final String DONE = "select count(*) from change";
    private static final String DONE_AND_TOLD =
            "select count(*), (select events from told) from change";

    private MembershipSql() {}

    /**
     * Contacts $1 and segments $2 of organization $3, on lane $4, with the causes $5; the filters
     * add their own parameters.
     */
    static String decide(List<LiveSegment> segments, Parameters parameters) {
        String verdicts =
                segments.stream()
                        .map(
                                segment ->
                                        "(%s, %s)"
                                                .formatted(
                                                        parameters.bind(
                                                                segment.id().value(), "bigint"),
                                                        FilterCompiler.compile(
                                                                segment.filter(), parameters)))
                        .collect(Collectors.joining(", "));
        return """
               with fitting as materialized (
                   select c.id as contact_id, verdict.segment_id
                   from contact c cross join lateral (values %s) as verdict (segment_id, fits)
                   where c.organization_id = $3::bigint and c.id = any($1::bigint[]) and verdict.fits
               ), gone as (
                   delete from segment_member m
                   where m.organization_id = $3::bigint and m.segment_id = any($2::bigint[]) and m.contact_id = any($1::bigint[])
                     and m.hand is null
                     and not exists (select from fitting f where f.segment_id = m.segment_id and f.contact_id = m.contact_id)
                   returning m.segment_id, m.contact_id
               ), come as (
                   insert into segment_member (organization_id, segment_id, contact_id)
                   select $3::bigint, segment_id, contact_id from fitting
                   on conflict do nothing
                   returning segment_id, contact_id
               ), change as (
                   select segment_id, contact_id, true as came from come union all select segment_id, contact_id, false from gone
               )
               """
                        .formatted(verdicts)
                + COUNTED.formatted("$3::bigint")
                + TOLD.formatted("$3::bigint", "$4::text", "$5::jsonb", "false")
                + DONE_AND_TOLD;
    }

    /**
     * Contacts $1 of segment $2 in organization $3 by hand, with the causes $4; the lock keeps a
     * contact from being erased meanwhile.
     */
    static String byHand(String hand) {
        boolean came = "added".equals(hand);
        return """
               with wanted as (
                   select c.id from contact c where c.organization_id = $3::bigint and c.id = any($1::bigint[]) order by c.id for key share
               ), put as (
                   insert into segment_member as m (organization_id, segment_id, contact_id, hand)
                   select $3::bigint, $2::bigint, id, '%1$s' from wanted
                   on conflict (organization_id, segment_id, contact_id) do update set hand = '%1$s', revision = nextval('membership_revision')
                   returning new.segment_id, new.contact_id, old.contact_id is not null and old.hand is distinct from 'removed' as was_in
               ), change as (
                   select segment_id, contact_id, %2$s as came from put where was_in = %3$s
               )
               """
                        .formatted(hand, came, !came)
                + COUNTED.formatted("$3::bigint")
                + TOLD.formatted("$3::bigint", "'realtime'", "$4::jsonb", "true")
                + DONE_AND_TOLD;
    }

    /** Contacts $1 of organization $2. */
    static final String FORGET =
            """
            with gone as (
                delete from segment_member where organization_id = $2::bigint and contact_id = any($1::bigint[])
                returning segment_id, contact_id, hand
            ), change as (
                select segment_id, contact_id, false as came from gone where hand is distinct from 'removed'
            )
            """
                    + COUNTED.formatted("$2::bigint")
                    + DONE;

    /**
     * At most $1 rows of segment $2 in organization $3, with the causes $4; the answer counts those
     * too that were not in it any more.
     */
    static final String DISSOLVE =
            """
            with gone as (
                delete from segment_member m using (
                    select contact_id from segment_member where organization_id = $3::bigint and segment_id = $2::bigint
                    order by contact_id limit $1::integer for update) as first
                where m.organization_id = $3::bigint and m.segment_id = $2::bigint and m.contact_id = first.contact_id
                returning m.segment_id, m.contact_id, m.hand
            ), change as (
                select segment_id, contact_id, false as came from gone where hand is distinct from 'removed'
            )
            """
                    + COUNTED.formatted("$3::bigint")
                    + TOLD.formatted("$3::bigint", "'bulk'", "$4::jsonb", "false")
                    + "select count(*), (select events from told) from gone";

    /**
     * The contacts between $2 and $3 about whom segment $1 must decide anew; locked, so that they
     * cannot change meanwhile.
     */
    static String undecided(LiveSegment segment, Parameters parameters) {
        String fits = FilterCompiler.compile(segment.filter(), parameters);
        return """
               select c.id from contact c
               left join segment_member m
                   on m.organization_id = c.organization_id and m.segment_id = $1::bigint and m.contact_id = c.id
               where c.id > $2::bigint and c.id <= $3::bigint and m.hand is null and (m.contact_id is null) = ((%s) is true)
               order by c.id for share of c
               """
                .formatted(fits);
    }
}
