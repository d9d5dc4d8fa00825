package io.mauntic.content.form.infrastructure;

import io.mauntic.content.form.application.Submissions;
import io.mauntic.content.form.domain.FormSubmitted;
import io.mauntic.content.form.domain.Submission;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One round trip for all of them: the rows and their count. */
@ApplicationScoped
class SqlSubmissions implements Submissions {

    private static final int SLOTS = 16;
    private static final String INSERT =
            """
            with arrived as (
                select form_id, answers, visitor_id, page_url, place
                from rows from (unnest($3::bigint[]), jsonb_array_elements($4), unnest($5::text[]), unnest($6::text[]))
                    with ordinality as given (form_id, answers, visitor_id, page_url, place)),
            counted as (
                insert into submission_tally as tally (organization_id, form_id, slot, submissions)
                select $1, form_id, $2, count(*) from arrived group by form_id order by form_id
                on conflict (organization_id, form_id, slot) do update set submissions = tally.submissions + excluded.submissions)
            insert into submission (id, organization_id, form_id, answers, visitor_id, page_url)
            select nextval('submission_seq'), $1, form_id, answers, visitor_id, page_url from arrived order by place
            returning id
            """;

    private final Sql sql;

    SqlSubmissions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<List<FormSubmitted>> add(OrganizationId organization, List<Submission> submissions) {
        JsonArray answers = new JsonArray();
        submissions.forEach(one -> answers.add(pairs(one)));
        return sql.list(
                        INSERT,
                        row -> row.getLong("id"),
                        organization.value(),
                        ThreadLocalRandom.current().nextInt(SLOTS),
                        each(submissions, one -> one.form().id().value(), Long[]::new),
                        answers,
                        each(submissions, Submission::visitorId, String[]::new),
                        each(submissions, Submission::pageUrl, String[]::new))
                .map(ids -> kept(submissions, ids));
    }

    /** Answers keep the order of the form: jsonb sorts the keys of an object. */
    private static JsonArray pairs(Submission submission) {
        JsonArray pairs = new JsonArray();
        submission
                .answers()
                .answers()
                .forEach((alias, answer) -> pairs.add(new JsonArray().add(alias).add(answer)));
        return pairs;
    }

    // Ids ascend in the order of the rows.
    private static List<FormSubmitted> kept(List<Submission> submissions, List<Long> ids) {
        List<Long> ascending = ids.stream().sorted().toList();
        return IntStream.range(0, submissions.size())
                .mapToObj(place -> submissions.get(place).as(ascending.get(place)))
                .toList();
    }

    private static <V> V[] each(
            List<Submission> submissions, Function<Submission, V> value, IntFunction<V[]> array) {
        return submissions.stream().map(value).toArray(array);
    }
}
