package io.mauntic.crm.savedview.infrastructure;

import io.mauntic.crm.savedview.application.SavedViews;
import io.mauntic.crm.savedview.domain.SavedView;
import io.mauntic.crm.savedview.domain.ViewDetails;
import io.mauntic.crm.savedview.domain.ViewNameTaken;
import io.mauntic.crm.savedview.domain.Viewer;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class SqlSavedViews implements SavedViews {

    private static final String SEEN = "select * from saved_view where (shared or owner = $1)";

    private static final String ADD =
            """
            insert into saved_view (organization_id, owner, name, shared, search, tag, stage, order_by, order_dir, columns)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id
            """;

    private static final String CHANGE =
            """
            update saved_view set name = $2, shared = $3, search = $4, tag = $5, stage = $6, order_by = $7, order_dir = $8, columns = $9,
                version = version + 1
            where id = $1
            """;

    private final Sql sql;

    SqlSavedViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<List<SavedView>> of(Viewer viewer) {
        return sql.list(
                SEEN + " order by lower(name), id limit 200", SqlSavedViews::view, viewer.userId());
    }

    @Override
    public Uni<SavedView> get(Viewer viewer, long id) {
        return sql.first(SEEN + " and id = $2", SqlSavedViews::view, viewer.userId(), id)
                .map(found -> found.orElseThrow(() -> new NotFound("view", id)));
    }

    @Override
    public Uni<Long> add(Viewer viewer, ViewDetails view) {
        return named(
                view.name(),
                sql.number(
                        ADD,
                        viewer.organization().value(),
                        viewer.userId(),
                        view.name(),
                        view.shared(),
                        view.search(),
                        view.tag(),
                        view.stage(),
                        view.orderBy(),
                        view.orderDir(),
                        view.columns().toArray(String[]::new)));
    }

    @Override
    public Uni<Void> change(SavedView kept, ViewDetails view) {
        return named(
                        view.name(),
                        sql.update(
                                CHANGE,
                                kept.id(),
                                view.name(),
                                view.shared(),
                                view.search(),
                                view.tag(),
                                view.stage(),
                                view.orderBy(),
                                view.orderDir(),
                                view.columns().toArray(String[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(long id) {
        return sql.update("delete from saved_view where id = $1", id).replaceWithVoid();
    }

    private static <T> Uni<T> named(String name, Uni<T> written) {
        return written.onFailure(ConstraintViolationException.class)
                .transform(_ -> new ViewNameTaken(name));
    }

    private static SavedView view(Row row) {
        return new SavedView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("owner"),
                new ViewDetails(
                        row.getString("name"),
                        row.getBoolean("shared"),
                        row.getString("search"),
                        row.getString("tag"),
                        row.getString("stage"),
                        row.getString("order_by"),
                        row.getString("order_dir"),
                        List.of(row.getArrayOfStrings("columns"))));
    }
}
