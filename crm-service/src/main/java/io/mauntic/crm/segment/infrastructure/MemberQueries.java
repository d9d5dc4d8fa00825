package io.mauntic.crm.segment.infrastructure;

import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.contracts.crm.model.SegmentMember;
import io.mauntic.contracts.crm.model.SegmentMemberIds;
import io.mauntic.contracts.crm.model.SegmentMemberPage;
import io.mauntic.contracts.crm.model.SegmentPreview;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import io.mauntic.kit.database.ExpensiveQuestions;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Who is in a segment, and who would be. */
@ApplicationScoped
public class MemberQueries {

    private static final int EXAMPLES = 5;
    private static final int MOST_ADDRESSES = 1_000;
    private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[\\s,;]+");
    private static final String WITH_ADDRESSES =
            "select id from contact where email = any($1::text[])";

    private static final String IDS =
            """
            select contact_id, revision from segment_member
            where segment_id = $1 and contact_id > $2 and hand is distinct from 'removed' order by contact_id limit $3
            """;
    private static final String MEMBERS =
            """
            select c.id, c.firstname, c.lastname, c.email, c.company, m.hand = 'added' as manually, m.since
            from (
                select organization_id, contact_id, hand, since from segment_member
                where segment_id = $1 and contact_id > $2 and hand is distinct from 'removed' order by contact_id limit $3 offset $4) as m
            join contact c on c.organization_id = m.organization_id and c.id = m.contact_id
            order by c.id
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final SegmentQueries segments;
    private final ExpensiveQuestions questions;

    MemberQueries(
            UnitOfWork unitOfWork, Sql sql, SegmentQueries segments, ExpensiveQuestions questions) {
        this.questions = questions;
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.segments = segments;
    }

    /**
     * @throws NotFound (as the outcome)
     */
    public Uni<SegmentMemberIds> ids(
            OrganizationId organization, SegmentId segment, String cursor, int limit) {
        long after = cursor == null ? 0 : Cursor.read(cursor, 1).number(0);
        return unitOfWork.in(
                organization,
                () ->
                        segments.get(organization, segment)
                                .chain(
                                        () ->
                                                sql.list(
                                                        IDS,
                                                        row ->
                                                                new Member(
                                                                        row.getLong("contact_id"),
                                                                        row.getLong("revision")),
                                                        segment.value(),
                                                        after,
                                                        limit))
                                .map(members -> ids(members, limit)));
    }

    /**
     * @throws NotFound (as the outcome)
     */
    public Uni<SegmentMemberPage> page(
            OrganizationId organization, SegmentId segment, int page, int limit, String cursor) {
        long after = cursor == null ? 0 : Cursor.read(cursor, 1).number(0);
        long offset = cursor == null ? (page - 1L) * limit : 0;
        return unitOfWork.in(
                organization,
                () ->
                        segments.get(organization, segment)
                                .chain(
                                        found ->
                                                sql.list(
                                                                MEMBERS,
                                                                MemberQueries::member,
                                                                segment.value(),
                                                                after,
                                                                limit,
                                                                offset)
                                                        .map(
                                                                items ->
                                                                        page(
                                                                                found, items, page,
                                                                                limit))));
    }

    /** How many contacts a filter finds now, and the first few. */
    public Uni<SegmentPreview> preview(OrganizationId organization, Filter filter) {
        Parameters parameters = new Parameters();
        String condition = FilterCompiler.compile(filter, parameters);
        String count = "select count(*) from contact c where " + condition;
        String examples =
                """
                select c.id, c.firstname, c.lastname, c.email, c.company, false as manually, null::timestamptz as since
                from contact c where %s order by c.id limit %d
                """
                        .formatted(condition, EXAMPLES);
        return asked(
                organization,
                () ->
                        sql.number(count, parameters.values())
                                .chain(
                                        found ->
                                                sql.list(
                                                                examples,
                                                                MemberQueries::member,
                                                                parameters.values())
                                                        .map(
                                                                some ->
                                                                        new SegmentPreview()
                                                                                .count(found)
                                                                                .examples(some))));
    }

    /** How many contacts a filter finds now. */
    public Uni<Long> count(OrganizationId organization, Filter filter) {
        Parameters parameters = new Parameters();
        String count =
                "select count(*) from contact c where "
                        + FilterCompiler.compile(filter, parameters);
        return asked(organization, () -> sql.number(count, parameters.values()));
    }

    private <T> Uni<T> asked(OrganizationId organization, Supplier<Uni<T>> question) {
        return questions.ask(organization, () -> unitOfWork.in(organization, question));
    }

    /**
     * The contacts that have one of the addresses, which stand apart by commas, semicolons, blanks
     * or lines.
     */
    public Uni<List<Long>> withAddresses(OrganizationId organization, String addresses) {
        String[] wanted =
                BETWEEN_ADDRESSES
                        .splitAsStream(addresses.replace("\0", "").toLowerCase(Locale.ROOT))
                        .limit(MOST_ADDRESSES)
                        .toArray(String[]::new);
        return unitOfWork.in(
                organization,
                () -> sql.list(WITH_ADDRESSES, row -> row.getLong("id"), (Object) wanted));
    }

    private record Member(long contact, long revision) {}

    private static SegmentMemberIds ids(List<Member> members, int limit) {
        String next =
                members.size() < limit
                        ? null
                        : Cursor.of(Long.toString(members.getLast().contact())).toString();
        return new SegmentMemberIds()
                .ids(members.stream().map(Member::contact).toList())
                .revisions(members.stream().map(Member::revision).toList())
                .nextCursor(next);
    }

    private static SegmentMemberPage page(
            Segment segment, List<SegmentMember> items, int page, int limit) {
        String next =
                items.size() < limit
                        ? null
                        : Cursor.of(items.getLast().getId().toString()).toString();
        return new SegmentMemberPage()
                .items(items)
                .total(segment.getMembers())
                .page(page)
                .limit(limit)
                .totalPages((segment.getMembers() + limit - 1) / limit)
                .nextCursor(next);
    }

    private static SegmentMember member(Row row) {
        return new SegmentMember()
                .id(row.getLong("id"))
                .firstname(row.getString("firstname"))
                .lastname(row.getString("lastname"))
                .email(row.getString("email"))
                .company(row.getString("company"))
                .manually(Boolean.TRUE.equals(row.getBoolean("manually")))
                .since(row.getOffsetDateTime("since"));
    }
}
