package io.mauntic.content.form.infrastructure;

import io.mauntic.content.form.application.Forms;
import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.FormAliasTaken;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Forms by plain SQL: a definition is one JSON document, which no entity would make simpler. */
@ApplicationScoped
class SqlForms implements Forms {

    private static final String INSERT =
            """
            insert into form (id, organization_id, name, alias, fields, post_action, button_label)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String SELECT =
            "select id, name, alias, fields, post_action, button_label from form where organization_id = $1 and id = $2";
    private static final String UPDATE =
            """
            update form set name = $3, alias = $4, fields = $5, post_action = $6, button_label = $7, updated_at = now(), version = version + 1
            where organization_id = $1 and id = $2
            """;
    private static final String ADDRESS =
            "insert into form_address (alias, organization_id, form_id) values ($1, $2, $3) on conflict (alias) do nothing";

    private static final String LEAVE_ADDRESS =
            "delete from form_address where organization_id = $1 and form_id = $2 returning alias";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final FormJson json;
    private final PublicForms published;

    SqlForms(UnitOfWork unitOfWork, Sql sql, FormJson json, PublicForms published) {
        this.published = published;
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Uni<FormId> add(OrganizationId organization, FormDefinition definition) {
        return sql.number("select nextval('form_seq')")
                .map(FormId::new)
                .call(id -> insert(new Form(organization, id, definition)));
    }

    private Uni<Void> insert(Form form) {
        FormDefinition definition = form.definition();
        return address(form)
                .chain(
                        () ->
                                sql.update(
                                        INSERT,
                                        form.id().value(),
                                        form.organization().value(),
                                        definition.name(),
                                        definition.alias(),
                                        json.fields(definition),
                                        json.postAction(definition),
                                        definition.buttonLabel()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Form> get(OrganizationId organization, FormId id) {
        return find(organization, id).map(form -> form.orElseThrow(() -> new NotFound("form", id)));
    }

    @Override
    public Uni<Void> replace(Form form) {
        FormDefinition definition = form.definition();
        return leaveAddress(form.organization(), form.id())
                .chain(() -> address(form))
                .chain(
                        () ->
                                sql.update(
                                        UPDATE,
                                        form.organization().value(),
                                        form.id().value(),
                                        definition.name(),
                                        definition.alias(),
                                        json.fields(definition),
                                        json.postAction(definition),
                                        definition.buttonLabel()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> remove(OrganizationId organization, FormId id) {
        return sql.update(
                        "delete from form where organization_id = $1 and id = $2",
                        organization.value(),
                        id.value())
                .call(() -> leaveAddress(organization, id))
                .map(rows -> rows > 0);
    }

    @Override
    public Uni<Optional<Form>> at(String alias) {
        return published.at(alias, () -> read(alias));
    }

    private Uni<Optional<Form>> read(String alias) {
        return unitOfWork
                .acrossOrganizations(
                        () ->
                                sql.first(
                                        "select organization_id, form_id from form_address where alias = $1",
                                        SqlForms::owner,
                                        alias))
                .chain(
                        owner ->
                                owner.map(
                                                of ->
                                                        unitOfWork.in(
                                                                of.organization(),
                                                                () ->
                                                                        find(
                                                                                of.organization(),
                                                                                of.form())))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private record Owner(OrganizationId organization, FormId form) {}

    private static Owner owner(Row row) {
        return new Owner(
                new OrganizationId(row.getLong("organization_id")),
                new FormId(row.getLong("form_id")));
    }

    private Uni<Optional<Form>> find(OrganizationId organization, FormId id) {
        return sql.first(
                SELECT,
                row -> new Form(organization, id, definition(row)),
                organization.value(),
                id.value());
    }

    private Uni<Void> address(Form form) {
        String alias = form.definition().alias();
        unitOfWork.afterCommit(() -> published.forget(alias));
        return sql.update(ADDRESS, alias, form.organization().value(), form.id().value())
                .invoke(
                        rows -> {
                            if (rows == 0) {
                                throw new FormAliasTaken(alias);
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Void> leaveAddress(OrganizationId organization, FormId id) {
        return sql.list(
                        LEAVE_ADDRESS,
                        row -> row.getString("alias"),
                        organization.value(),
                        id.value())
                .invoke(
                        left ->
                                left.forEach(
                                        alias ->
                                                unitOfWork.afterCommit(
                                                        () -> published.forget(alias))))
                .replaceWithVoid();
    }

    private FormDefinition definition(Row row) {
        return new FormDefinition(
                row.getString("name"),
                row.getString("alias"),
                json.fields(row.getJsonArray("fields")),
                json.postAction(row.getJsonObject("post_action")),
                row.getString("button_label"));
    }
}
