package io.mauntic.content.form.infrastructure;

import io.mauntic.contracts.content.model.Submission;
import io.mauntic.contracts.content.model.SubmissionPage;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.PageAsked;
import io.mauntic.kit.database.SearchPattern;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Submissions as the contract shows them, newest first. A cursor is the id of the last one seen.
 */
@ApplicationScoped
public class SubmissionQueries {

    private static final String PAGE =
            """
            select id, form_id, submitted_at, answers, contact_id, visitor_id, page_url from submission
            where organization_id = $1 and form_id = $2 and id < $3 and ($4 = '' or answers::text ilike $4)
            order by id desc limit $5 offset $6
            """;
    // The tally answers without looking at the rows; only a search has to count them.
    private static final String TOTAL =
            """
            select case when $3 = ''
                then (select coalesce(sum(submissions), 0)::bigint from submission_tally where organization_id = $1 and form_id = $2)
                else (select count(*) from submission where organization_id = $1 and form_id = $2 and answers::text ilike $3)
            end
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    SubmissionQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    /** Fails with {@link NotFound} when there is no such form. */
    public Uni<SubmissionPage> page(
            OrganizationId organization,
            FormId form,
            int page,
            int limit,
            String cursor,
            String search) {
        PageAsked asked = PageAsked.of(page, limit, cursor);
        String pattern = SearchPattern.containing(search);
        return unitOfWork.in(
                organization,
                () ->
                        exists(organization, form)
                                .chain(() -> rows(organization, form, asked, pattern))
                                .chain(
                                        rows ->
                                                sql.number(
                                                                TOTAL,
                                                                organization.value(),
                                                                form.value(),
                                                                pattern)
                                                        .map(total -> page(rows, asked, total))));
    }

    private Uni<Void> exists(OrganizationId organization, FormId form) {
        return sql.first(
                        "select 1 from form where organization_id = $1 and id = $2",
                        row -> true,
                        organization.value(),
                        form.value())
                .map(found -> found.orElseThrow(() -> new NotFound("form", form)))
                .replaceWithVoid();
    }

    private Uni<List<Submission>> rows(
            OrganizationId organization, FormId form, PageAsked asked, String pattern) {
        return sql.list(
                PAGE,
                SubmissionQueries::submission,
                organization.value(),
                form.value(),
                asked.before(),
                pattern,
                (long) asked.limit(),
                asked.offset());
    }

    private static SubmissionPage page(List<Submission> rows, PageAsked asked, long total) {
        SubmissionPage answer =
                new SubmissionPage()
                        .items(rows)
                        .page(asked.page())
                        .limit(asked.limit())
                        .total(total)
                        .totalPages(asked.pages(total));
        return asked.goesOnAfter(rows.size())
                ? answer.nextCursor(rows.getLast().getId().toString())
                : answer;
    }

    private static Submission submission(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonArray answers = row.getJsonArray("answers");
        for (int i = 0; i < answers.size(); i++) {
            JsonArray answer = answers.getJsonArray(i);
            values.put(answer.getString(0), answer.getString(1));
        }
        return new Submission()
                .id(row.getLong("id"))
                .formId(row.getLong("form_id"))
                .submittedAt(row.getOffsetDateTime("submitted_at"))
                .values(values)
                .contactId(row.getLong("contact_id"))
                .visitorId(row.getString("visitor_id"))
                .pageUrl(row.getString("page_url"));
    }
}
