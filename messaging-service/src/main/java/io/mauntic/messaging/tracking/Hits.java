package io.mauntic.messaging.tracking;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.ContactId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Notes on a delivery what its recipient did; inside a unit of work of its organization. */
@ApplicationScoped
class Hits {

    // However many they are, a mailing has one row of figures a day and each link one: a batch
    // writes them once.
    private static final String NOTE =
            """
            with asked as (
                select * from unnest($1::bigint[], $2::bigint[], $3::boolean[]) with ordinality as given (id, link_id, machine, place)),
            locked as (select id from delivery where id = any($1) order by id for update),
            hit as (
                update delivery d set
                    %2$s_at = case when a.by_person then coalesce(d.%2$s_at, now()) else d.%2$s_at end,
                    %2$s_by_machine_at = case when a.by_machine then coalesce(d.%2$s_by_machine_at, now()) else d.%2$s_by_machine_at end
                from (select id, bool_or(not machine) as by_person, bool_or(machine) as by_machine from asked join locked using (id) group by id) a
                where d.id = a.id
                returning new.*, old.%2$s_at as by_person_before, old.%2$s_by_machine_at as by_machine_before),
            seen as (
                select asked.place, asked.machine, asked.link_id, hit.*,
                    row_number() over (partition by asked.id, asked.machine order by asked.place) = 1
                        and case when asked.machine then by_machine_before else by_person_before end is null as first
                from asked join hit on hit.id = asked.id),
            counted as (
                insert into email_day (organization_id, email_id, day, %2$s, %2$s_by_machines)
                select organization_id, email_id, (now() at time zone 'utc')::date, count(*) filter (where not machine), count(*) filter (where machine)
                from seen where first group by organization_id, email_id order by email_id
                on conflict (organization_id, email_id, day) do update set
                    %2$s = email_day.%2$s + excluded.%2$s, %2$s_by_machines = email_day.%2$s_by_machines + excluded.%2$s_by_machines),
            followed as (
                update link set clicks = clicks + times
                from (select link_id, count(*) as times from seen where not machine and link_id is not null group by link_id) as by_link
                where link.id = by_link.link_id)
            select %1$s, d.first, d.place from seen d left join email e on e.id = d.email_id order by d.place
            """;
    private static final String OPEN = NOTE.formatted(MailEvent.COLUMNS, "opened");
    private static final String CLICK = NOTE.formatted(MailEvent.COLUMNS, "clicked");
    private static final String UNSUBSCRIBE =
            """
            with hit as (
                update delivery set unsubscribed_at = coalesce(unsubscribed_at, now()) where id = $1
                returning new.*, old.unsubscribed_at is null as first),
            silenced as (
                insert into suppression as s (organization_id, contact_id, channel, reason)
                select organization_id, contact_id, channel, 'unsubscribed' from hit
                on conflict (organization_id, contact_id, channel) do update set reason = excluded.reason where s.reason = 'bounced')
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
                insert into suppression (organization_id, contact_id, channel, reason)
                select organization_id, contact_id, channel, 'bounced' from hit where $2 and address is null on conflict do nothing)
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
     * @param to where the mail went; unknown while its sending is not written down
     */
    record Hit(MailEvent mail, boolean first, Channel channel, Optional<String> to) {

        static Hit of(Row row) {
            return new Hit(
                    MailEvent.of(row),
                    row.getBoolean("first"),
                    Channel.parse(row.getString("channel")).orElseThrow(),
                    Optional.ofNullable(row.getString("address")));
        }
    }

    /** Where a click leads, when the mail left, and to whom it went. */
    record Target(String url, Optional<Instant> sentAt, ContactId contact) {}

    /** An opening, by a machine or by a person. */
    record Opening(TrackedMail mail, boolean machine) {}

    /**
     * A click.
     *
     * @param person the visitor who clicked; empty for a machine
     */
    record Click(TrackedLink link, String url, Optional<UUID> person) {

        boolean machine() {
            return person.isEmpty();
        }
    }

    /** What was noted of one of several: those of no mail of the organization are left out. */
    record Noted<T>(T what, Hit hit) {}

    Uni<List<Noted<Opening>>> open(List<Opening> openings) {
        return note(OPEN, openings, Opening::mail, _ -> null, Opening::machine);
    }

    Uni<List<Noted<Click>>> click(List<Click> clicks) {
        return note(
                CLICK,
                clicks,
                click -> click.link().mail(),
                click -> click.link().linkId(),
                Click::machine);
    }

    private <T> Uni<List<Noted<T>>> note(
            String statement,
            List<T> items,
            Function<T, TrackedMail> mail,
            Function<T, Long> link,
            Predicate<T> machine) {
        return sql.list(
                statement,
                row ->
                        new Noted<>(
                                items.get(Math.toIntExact(row.getLong("place")) - 1), Hit.of(row)),
                items.stream()
                        .map(item -> mail.apply(item).delivery().value())
                        .toArray(Long[]::new),
                items.stream().map(link).toArray(Long[]::new),
                items.stream().map(machine::test).toArray(Boolean[]::new));
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

    Uni<Optional<Hit>> unsubscribe(TrackedMail mail) {
        return sql.first(UNSUBSCRIBE, Hit::of, mail.delivery().value())
                .call(this::countUnsubscribed);
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

    private Uni<Void> countUnsubscribed(Optional<Hit> hit) {
        if (hit.isEmpty() || !hit.get().first()) {
            return Uni.createFrom().voidItem();
        }
        return sql.update(
                        """
                        insert into email_day (organization_id, email_id, day, unsubscribed)
                        select organization_id, email_id, (now() at time zone 'utc')::date, 1 from delivery where id = $1
                        on conflict (organization_id, email_id, day) do update set unsubscribed = email_day.unsubscribed + 1
                        """,
                        hit.get().mail().deliveryId())
                .replaceWithVoid();
    }
}
