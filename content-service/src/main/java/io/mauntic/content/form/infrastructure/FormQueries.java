package io.mauntic.content.form.infrastructure;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mauntic.contracts.content.model.Form;
import io.mauntic.contracts.content.model.FormField;
import io.mauntic.contracts.content.model.FormPage;
import io.mauntic.contracts.content.model.PostAction;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.PageAsked;
import io.mauntic.kit.database.SearchPattern;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forms as the contract shows them, straight from SQL. */
@ApplicationScoped
public class FormQueries {

    private static final String COLUMNS =
            """
            select form.id, version, name, alias, fields, post_action, button_label, created_at, updated_at, coalesce(count, 0) as submissions
            from form left join lateral
                (select sum(submissions)::bigint as count from submission_tally where organization_id = $1 and form_id = form.id) on true
            where organization_id = $1
            """;
    private static final String FOUND = " and ($2 = '' or name ilike $2 or alias ilike $2)";
    // An ORDER BY takes no parameters: only these words ever reach the statement.
    private static final Map<String, String> ORDERS =
            Map.of(
                    "name",
                    "lower(name)",
                    "alias",
                    "alias",
                    "submissions",
                    "coalesce(count, 0)",
                    "createdAt",
                    "created_at",
                    "updatedAt",
                    "updated_at");

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final FormJson json;
    private final String publicUrl;

    FormQueries(
            UnitOfWork unitOfWork,
            Sql sql,
            FormJson json,
            @ConfigProperty(name = "mauntic.public.url") String publicUrl) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    /** Fails with {@link NotFound}. */
    public Uni<Form> get(OrganizationId organization, FormId id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        COLUMNS + " and form.id = $2",
                                        this::form,
                                        organization.value(),
                                        id.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("form", id)));
    }

    /**
     * One page of forms.
     *
     * @param search in names and aliases; null or empty for all
     * @param orderBy one of the contract's words
     */
    public Uni<FormPage> page(
            OrganizationId organization,
            int page,
            int limit,
            String search,
            String orderBy,
            String orderDir) {
        PageAsked asked = PageAsked.of(page, limit);
        String pattern = SearchPattern.containing(search);
        String order =
                " order by "
                        + column(orderBy)
                        + ("asc".equals(orderDir) ? " asc, form.id asc" : " desc, form.id desc");
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(
                                        COLUMNS + FOUND + order + " limit $3 offset $4",
                                        this::form,
                                        organization.value(),
                                        pattern,
                                        (long) limit,
                                        asked.offset())
                                .chain(
                                        forms ->
                                                sql.number(
                                                                "select count(*) from form where organization_id = $1"
                                                                        + FOUND,
                                                                organization.value(),
                                                                pattern)
                                                        .map(total -> page(forms, asked, total))));
    }

    private static String column(String orderBy) {
        String column = ORDERS.get(orderBy);
        if (column == null) {
            throw new InvalidValues(
                    "orderBy",
                    "Forms are sorted by name, alias, submissions, createdAt or updatedAt.");
        }
        return column;
    }

    private static FormPage page(List<Form> forms, PageAsked asked, long total) {
        return new FormPage()
                .items(forms)
                .page(asked.page())
                .limit(asked.limit())
                .total(total)
                .totalPages(asked.pages(total));
    }

    private Form form(Row row) {
        List<FormField> fields =
                json.read(row.getJsonArray("fields").encode(), new TypeReference<>() {});
        PostAction postAction =
                json.read(row.getJsonObject("post_action").encode(), new TypeReference<>() {});
        return new Form()
                .id(row.getLong("id"))
                .version(row.getLong("version"))
                .name(row.getString("name"))
                .alias(row.getString("alias"))
                .fields(fields)
                .postAction(postAction)
                .buttonLabel(row.getString("button_label"))
                .submissions(row.getLong("submissions"))
                .publicUrl(publicUrl + "/f/" + row.getString("alias"))
                .createdAt(row.getOffsetDateTime("created_at"))
                .updatedAt(row.getOffsetDateTime("updated_at"));
    }
}
