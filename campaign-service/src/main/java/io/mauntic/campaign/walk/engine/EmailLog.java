package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What became of the emails that campaigns asked for. */
@ApplicationScoped
class EmailLog {

    private static final String GIVEN = "unnest($2::bigint[], $3::text[], $4::bigint[], $5::int[]";
    private static final String NAMES = "given(campaign_id, event_key, contact_id, rotation";
    private static final String BY_KEY =
            " join campaign_log l using (campaign_id, event_key, contact_id, rotation) where l.organization_id = $1";
    private static final String IN_ORDER =
            " order by campaign_id, event_key, contact_id for update of l";
    private static final String SAME =
            """
             from hit where l.organization_id = $1 and l.campaign_id = hit.campaign_id and l.event_key = hit.event_key
                and l.contact_id = hit.contact_id and l.rotation = hit.rotation
            """;
    private static final String NOTE_REACTIONS =
            "with hit as (select given.* from "
                    + GIVEN
                    + ", $6::timestamptz[], $7::timestamptz[]) as "
                    + NAMES
                    + ", opened, clicked)"
                    + BY_KEY
                    + IN_ORDER
                    + ") update campaign_log l set opened_at = least(l.opened_at, hit.opened), clicked_at = least(l.clicked_at, hit.clicked)"
                    + SAME;
    private static final String NOTE_SENT =
            "with hit as (select given.* from "
                    + GIVEN
                    + ") as "
                    + NAMES
                    + ")"
                    + BY_KEY
                    + IN_ORDER
                    + ") update campaign_log l set status = 'sent'"
                    + SAME
                    + " and l.status = 'executed'";
    private static final String NOTE_FAILED =
            "with hit as (select given.* from "
                    + GIVEN
                    + ") as "
                    + NAMES
                    + ")"
                    + BY_KEY
                    + IN_ORDER
                    + ") update campaign_log l set status = 'failed', reason = $6"
                    + SAME
                    + " and l.status <> 'failed' returning l.campaign_id, l.event_key, l.contact_id, l.rotation";

    private final Sql sql;

    EmailLog(Sql sql) {
        this.sql = sql;
    }

    Uni<Integer> note(OrganizationId organization, Collection<EmailReaction> reactions) {
        List<RequestKey> keys = reactions.stream().map(EmailReaction::key).toList();
        return sql.update(
                NOTE_REACTIONS,
                organization.value(),
                campaigns(keys),
                eventKeys(keys),
                contacts(keys),
                rotations(keys),
                times(reactions, EmailReaction::openedAt),
                times(reactions, EmailReaction::clickedAt));
    }

    Uni<Integer> noteSent(OrganizationId organization, Collection<RequestKey> keys) {
        return sql.update(
                NOTE_SENT,
                organization.value(),
                campaigns(keys),
                eventKeys(keys),
                contacts(keys),
                rotations(keys));
    }

    /** Answers what had not failed before. */
    Uni<List<RequestKey>> noteFailed(
            OrganizationId organization, Collection<RequestKey> keys, String reason) {
        return sql.list(
                NOTE_FAILED,
                row ->
                        new RequestKey(
                                row.getLong("campaign_id"),
                                row.getString("event_key"),
                                new Walker(row.getLong("contact_id"), row.getInteger("rotation"))),
                organization.value(),
                campaigns(keys),
                eventKeys(keys),
                contacts(keys),
                rotations(keys),
                reason);
    }

    private static Long[] campaigns(Collection<RequestKey> keys) {
        return column(keys, RequestKey::campaign, Long[]::new);
    }

    private static String[] eventKeys(Collection<RequestKey> keys) {
        return column(keys, RequestKey::eventKey, String[]::new);
    }

    private static Long[] contacts(Collection<RequestKey> keys) {
        return column(keys, key -> key.walker().contact(), Long[]::new);
    }

    private static Integer[] rotations(Collection<RequestKey> keys) {
        return column(keys, key -> key.walker().rotation(), Integer[]::new);
    }

    private static OffsetDateTime[] times(
            Collection<EmailReaction> reactions, Function<EmailReaction, Optional<Instant>> time) {
        return column(
                reactions,
                one -> time.apply(one).map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                OffsetDateTime[]::new);
    }

    private static <T, C> C[] column(
            Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
