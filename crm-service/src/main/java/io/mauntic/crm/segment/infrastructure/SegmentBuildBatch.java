package io.mauntic.crm.segment.infrastructure;

import io.mauntic.crm.segment.application.LiveSegment;
import io.mauntic.crm.segment.application.Members;
import io.mauntic.crm.segment.domain.SegmentEvent;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * One step of a build, in one transaction. No change made meanwhile is lost: the build begins when
 * every transaction that may not have known of the filter has ended, later ones decide for
 * themselves, and a contact about whom the build decides is locked until it has.
 */
@ApplicationScoped
class SegmentBuildBatch {

    static final int CONTACTS = 5_000;

    private static final String CLAIM =
            """
            select b.position, b.barrier, b.barrier <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint as open, s.id, s.name, s.filter,
                s.status
            from segment_build b left join segment s on s.id = b.segment_id
            where b.segment_id = $1 for update of b skip locked
            """;
    private static final String RAISE_BARRIER =
            """
            update segment_build set barrier = pg_snapshot_xmax(pg_current_snapshot())::text::bigint, position = 0, due_at = now()
            where segment_id = $1
            """;
    private static final String COUNT =
            "update segment set processed = 0, total = (select coalesce(sum(contacts), 0) from contact_tally) where id = $1";
    private static final String WAIT =
            "update segment_build set due_at = now() + interval '20 milliseconds' where segment_id = $1";
    private static final String WINDOW =
            """
            select count(*) as contacts, coalesce(max(id), 0) as last
            from (select id from contact where id > $1 order by id limit $2) as contacts
            """;
    private static final String ADVANCE =
            "update segment_build set position = $2, due_at = now() where segment_id = $1";
    private static final String PROGRESS =
            "update segment set processed = processed + $2, total = greatest(total, processed + $2) where id = $1";
    private static final String END = "delete from segment_build where segment_id = $1";
    private static final String BUILT =
            """
            update segment s set status = 'ready', processed = total, built_at = now() where id = $1
            returning (select coalesce(sum(members), 0)::bigint from segment_tally t where t.segment_id = s.id)
            """;
    private static final String ERASE_TALLY = "delete from segment_tally where segment_id = $1";
    private static final String ERASE = "delete from segment where id = $1";

    private final Sql sql;
    private final Members members;
    private final Outbox outbox;

    SegmentBuildBatch(Sql sql, Members members, Outbox outbox) {
        this.sql = sql;
        this.members = members;
        this.outbox = outbox;
    }

    private record Build(
            long position,
            boolean begun,
            boolean open,
            Optional<String> name,
            boolean deleted,
            Optional<LiveSegment> segment) {

        static Build of(Row row) {
            Optional<LiveSegment> segment =
                    Optional.ofNullable(row.getLong("id")).flatMap(_ -> StoredFilter.live(row));
            return new Build(
                    row.getLong("position"),
                    row.getLong("barrier") != null,
                    Boolean.TRUE.equals(row.getBoolean("open")),
                    Optional.ofNullable(row.getString("name")),
                    "deleted".equals(row.getString("status")),
                    segment);
        }
    }

    private record Window(int contacts, long last) {}

    /**
     * Answers 1 when there is more to do at once, 0 when another replica is at it, the barrier is
     * closed or the build has ended.
     */
    Uni<Integer> run(OrganizationId organization, SegmentId segment) {
        return sql.first(CLAIM, Build::of, segment.value())
                .chain(
                        claimed ->
                                claimed.map(build -> step(organization, segment, build))
                                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Integer> step(OrganizationId organization, SegmentId segment, Build build) {
        if (build.segment().isEmpty() && !build.deleted()) {
            return sql.update(END, segment.value()).replaceWith(0);
        }
        if (!build.begun()) {
            return sql.update(RAISE_BARRIER, segment.value())
                    .chain(() -> sql.update(COUNT, segment.value()))
                    .replaceWith(1);
        }
        if (!build.open()) {
            return sql.update(WAIT, segment.value()).replaceWith(0);
        }
        return build.deleted()
                ? dissolve(organization, segment)
                : build(organization, build.segment().get(), build);
    }

    private Uni<Integer> build(OrganizationId organization, LiveSegment segment, Build build) {
        return sql.first(
                        WINDOW,
                        row -> new Window(row.getInteger("contacts"), row.getLong("last")),
                        build.position(),
                        CONTACTS)
                .map(Optional::orElseThrow)
                .chain(
                        window ->
                                window.contacts() == 0
                                        ? finish(
                                                organization,
                                                segment.id(),
                                                build.name().orElseThrow())
                                        : decide(organization, segment, build.position(), window));
    }

    private Uni<Integer> decide(
            OrganizationId organization, LiveSegment segment, long position, Window window) {
        Parameters parameters = new Parameters();
        parameters.bind(segment.id().value(), "bigint");
        parameters.bind(position, "bigint");
        parameters.bind(window.last(), "bigint");
        String undecided = MembershipSql.undecided(segment, parameters);
        return sql.list(undecided, row -> row.getLong("id"), parameters.values())
                .chain(contacts -> decide(organization, segment, contacts))
                .chain(() -> sql.update(ADVANCE, segment.id().value(), window.last()))
                .chain(() -> sql.update(PROGRESS, segment.id().value(), (long) window.contacts()))
                .replaceWith(1);
    }

    private Uni<Integer> decide(
            OrganizationId organization, LiveSegment segment, List<Long> contacts) {
        return contacts.isEmpty()
                ? Uni.createFrom().item(0)
                : members.decide(organization, contacts, List.of(segment), Lane.BULK);
    }

    private Uni<Integer> finish(OrganizationId organization, SegmentId segment, String name) {
        return sql.update(END, segment.value())
                .chain(() -> sql.number(BUILT, segment.value()))
                .map(count -> new SegmentEvent.SegmentRebuilt(segment.value(), name, count))
                .chain(
                        rebuilt ->
                                outbox.publish(
                                        organization,
                                        Lane.BULK,
                                        OutgoingEvent.of(rebuilt.type(), segment, rebuilt)))
                .replaceWith(0);
    }

    private Uni<Integer> dissolve(OrganizationId organization, SegmentId segment) {
        return members.dissolve(organization, segment, CONTACTS)
                .chain(
                        gone ->
                                gone > 0
                                        ? Uni.createFrom().item(1)
                                        : sql.update(END, segment.value())
                                                .chain(
                                                        () ->
                                                                sql.update(
                                                                        ERASE_TALLY,
                                                                        segment.value()))
                                                .chain(() -> sql.update(ERASE, segment.value()))
                                                .replaceWith(0));
    }
}
