package io.mauntic.messaging.tracking;

import io.mauntic.kernel.ContactId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Notes on a delivery what its recipient did; inside a unit of work of its organization. */
@ApplicationScoped
class Hits {

    private static final String OPEN =
            """
            with hit as (
                update delivery set
                    opened_at = case when $2 then opened_at else coalesce(opened_at, now()) end,
                    opened_by_machine_at = case when $2 then coalesce(opened_by_machine_at, now()) else opened_by_machine_at end
                where id = $1
                returning new.*, case when $2 then old.opened_by_machine_at is null else old.opened_at is null end as first)
            select %s, d.first from hit d left join email e on e.id = d.email_id
            """
                    .formatted(MailEvent.COLUMNS);
    private static final String CLICK =
            """
            with hit as (
                update delivery set
                    clicked_at = case when $2 then clicked_at else coalesce(clicked_at, now()) end,
                    clicked_by_machine_at = case when $2 then coalesce(clicked_by_machine_at, now()) else clicked_by_machine_at end
                where id = $1
                returning new.*, case when $2 then old.clicked_by_machine_at is null else old.clicked_at is null end as first),
            followed as (update link set clicks = clicks + 1 where id = $3 and not $2)
            select %s, d.first from hit d left join email e on e.id = d.email_id
            """
                    .formatted(MailEvent.COLUMNS);
    private static final String UNSUBSCRIBE =
            """
            with hit as (
                update delivery set unsubscribed_at = coalesce(unsubscribed_at, now()) where id = $1
                returning new.*, old.unsubscribed_at is null as first),
            silenced as (
                insert into suppression (organization_id, contact_id, reason)
                select organization_id, contact_id, 'unsubscribed' from hit on conflict do nothing)
            select %s, d.first from hit d left join email e on e.id = d.email_id
            """
                    .formatted(MailEvent.COLUMNS);
    private static final String BOUNCE =
            """
            with hit as (
                update delivery set bounced_at = coalesce(bounced_at, now()),
                    bounce_kind = case when $2 then 'hard' else coalesce(bounce_kind, 'soft') end,
                    reason = case when bounced_at is null or ($2 and bounce_kind = 'soft') then $3 else reason end
                where id = $1
                returning new.*, old.bounced_at is null as bounced, old.bounced_at is null or ($2 and old.bounce_kind = 'soft') as first),
            counted as (
                insert into email_day (organization_id, email_id, day, bounced)
                select organization_id, email_id, (now() at time zone 'utc')::date, 1 from hit where bounced
                on conflict (organization_id, email_id, day) do update set bounced = email_day.bounced + 1),
            silenced as (
                insert into suppression (organization_id, contact_id, reason)
                select organization_id, contact_id, 'bounced' from hit where $2 on conflict do nothing)
            select %s, d.first from hit d left join email e on e.id = d.email_id
            """
                    .formatted(MailEvent.COLUMNS);

    private final Sql sql;

    Hits(Sql sql) {
        this.sql = sql;
    }

    /**
     * A hit.
     *
     * @param first whether it is the first of its kind for this mail
     */
    record Hit(MailEvent mail, boolean first) {

        static Hit of(Row row) {
            return new Hit(MailEvent.of(row), row.getBoolean("first"));
        }
    }

    /** Where a click leads, when the mail left, and to whom it went. */
    record Target(String url, Optional<Instant> sentAt, ContactId contact) {}

    Uni<Optional<Hit>> open(TrackedMail mail, boolean machine) {
        return sql.first(OPEN, Hit::of, mail.delivery().value(), machine)
                .call(hit -> count(hit, machine ? "opened_by_machines" : "opened"));
    }

    Uni<Optional<Target>> target(TrackedLink link) {
        return sql.first(
                "select l.url, d.done_at, d.contact_id from link l join delivery d on d.id = $2 and d.email_id = l.email_id where l.id = $1",
                row ->
                        new Target(
                                row.getString("url"),
                                Optional.ofNullable(row.getOffsetDateTime("done_at"))
                                        .map(OffsetDateTime::toInstant),
                                new ContactId(row.getLong("contact_id"))),
                link.linkId(),
                link.mail().delivery().value());
    }

    Uni<Optional<Hit>> click(TrackedLink link, boolean machine) {
        return sql.first(CLICK, Hit::of, link.mail().delivery().value(), machine, link.linkId())
                .call(hit -> count(hit, machine ? "clicked_by_machines" : "clicked"));
    }

    Uni<Optional<Hit>> unsubscribe(TrackedMail mail) {
        return sql.first(UNSUBSCRIBE, Hit::of, mail.delivery().value())
                .call(hit -> count(hit, "unsubscribed"));
    }

    /** The first one, and a hard one after a soft one, count as first; figures count the mail. */
    Uni<Optional<Hit>> bounce(TrackedMail mail, boolean hard, String reason) {
        return sql.first(BOUNCE, Hit::of, mail.delivery().value(), hard, reason);
    }

    Uni<Integer> delay(TrackedMail mail, String reason) {
        return sql.update(
                "update delivery set delayed_at = now(), delay = $2 where id = $1 and bounced_at is null",
                mail.delivery().value(),
                reason);
    }

    private Uni<Void> count(Optional<Hit> hit, String figure) {
        if (hit.isEmpty() || !hit.get().first()) {
            return Uni.createFrom().voidItem();
        }
        return sql.update(
                        """
                        insert into email_day (organization_id, email_id, day, %1$s)
                        select organization_id, email_id, (now() at time zone 'utc')::date, 1 from delivery where id = $1
                        on conflict (organization_id, email_id, day) do update set %1$s = email_day.%1$s + 1
                        """
                                .formatted(figure),
                        hit.get().mail().deliveryId())
                .replaceWithVoid();
    }
}
