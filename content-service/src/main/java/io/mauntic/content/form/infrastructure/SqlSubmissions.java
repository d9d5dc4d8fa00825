package io.mauntic.content.form.infrastructure;

import io.mauntic.content.form.application.Submissions;
import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.FormSubmitted;
import io.mauntic.content.form.domain.Reading.Accepted;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;

/** One round trip a submission: the row and its count. */
@ApplicationScoped
class SqlSubmissions implements Submissions {

    private static final int SLOTS = 16;
    // Answers keep the order of the form as an array of pairs: jsonb sorts the keys of an object.
    private static final String INSERT =
            """
            with counted as (
                insert into submission_tally as tally (organization_id, form_id, slot, submissions) values ($1, $2, $3, 1)
                on conflict (organization_id, form_id, slot) do update set submissions = tally.submissions + 1)
            insert into submission (id, organization_id, form_id, answers, visitor_id, page_url)
            values (nextval('submission_seq'), $1, $2, $4, $5, $6) returning id
            """;

    private final Sql sql;

    SqlSubmissions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<FormSubmitted> add(Form form, Accepted accepted, String visitorId, String pageUrl) {
        JsonArray answers = new JsonArray();
        accepted.answers()
                .forEach((alias, answer) -> answers.add(new JsonArray().add(alias).add(answer)));
        long formId = form.id().value();
        return sql.number(
                        INSERT,
                        form.organization().value(),
                        formId,
                        ThreadLocalRandom.current().nextInt(SLOTS),
                        answers,
                        visitorId,
                        pageUrl)
                .map(
                        id ->
                                new FormSubmitted(
                                        formId,
                                        form.definition().name(),
                                        form.definition().alias(),
                                        id,
                                        accepted.answers(),
                                        accepted.contactFields(),
                                        visitorId,
                                        pageUrl));
    }
}
