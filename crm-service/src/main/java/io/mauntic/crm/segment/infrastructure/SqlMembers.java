package io.mauntic.crm.segment.infrastructure;

import io.mauntic.crm.segment.application.LiveSegment;
import io.mauntic.crm.segment.application.Members;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SqlMembers implements Members {

    // PostgreSQL binds at most 65,535 parameters; a rule of a filter takes at most three.
    private static final int SEGMENTS_A_STATEMENT = 65_535 / (3 * Filter.MOST_RULES + 1);

    private static final String ADD = MembershipSql.byHand("added");
    private static final String REMOVE = MembershipSql.byHand("removed");

    private final Sql sql;
    private final Outbox outbox;

    SqlMembers(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    @Override
    public Uni<Integer> decide(
            OrganizationId organization,
            List<Long> contacts,
            List<LiveSegment> segments,
            Lane lane) {
        if (segments.size() > SEGMENTS_A_STATEMENT) {
            return decide(organization, contacts, segments.subList(0, SEGMENTS_A_STATEMENT), lane)
                    .chain(
                            first ->
                                    decide(
                                                    organization,
                                                    contacts,
                                                    segments.subList(
                                                            SEGMENTS_A_STATEMENT, segments.size()),
                                                    lane)
                                            .map(rest -> first + rest));
        }
        Parameters parameters = new Parameters();
        parameters.bind(ids(contacts), "bigint[]");
        parameters.bind(
                segments.stream().map(segment -> segment.id().value()).toArray(Long[]::new),
                "bigint[]");
        parameters.bind(organization.value(), "bigint");
        parameters.bind(lane.text(), "text");
        parameters.bind(outbox.causes(), "jsonb");
        String statement = MembershipSql.decide(segments, parameters);
        return told(lane, sql.number(statement, parameters.values()));
    }

    @Override
    public Uni<Integer> add(OrganizationId organization, SegmentId segment, List<Long> contacts) {
        return told(
                Lane.REALTIME,
                sql.number(
                        ADD,
                        ids(contacts),
                        segment.value(),
                        organization.value(),
                        outbox.causes()));
    }

    @Override
    public Uni<Integer> remove(
            OrganizationId organization, SegmentId segment, List<Long> contacts) {
        return told(
                Lane.REALTIME,
                sql.number(
                        REMOVE,
                        ids(contacts),
                        segment.value(),
                        organization.value(),
                        outbox.causes()));
    }

    @Override
    public Uni<Integer> forget(OrganizationId organization, List<Long> contacts) {
        return sql.number(MembershipSql.FORGET, ids(contacts), organization.value())
                .map(Long::intValue);
    }

    @Override
    public Uni<Integer> dissolve(OrganizationId organization, SegmentId segment, int atMost) {
        return told(
                Lane.BULK,
                sql.number(
                        MembershipSql.DISSOLVE,
                        atMost,
                        segment.value(),
                        organization.value(),
                        outbox.causes()));
    }

    private Uni<Integer> told(Lane lane, Uni<Long> changes) {
        return changes.map(Long::intValue)
                .invoke(
                        changed -> {
                            if (changed > 0) {
                                outbox.wake(lane);
                            }
                        });
    }

    private static Long[] ids(List<Long> contacts) {
        return contacts.toArray(Long[]::new);
    }
}
