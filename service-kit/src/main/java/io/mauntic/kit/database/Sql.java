package io.mauntic.kit.database;

import io.quarkus.hibernate.reactive.panache.common.runtime.SessionOperations;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;

/**
 * Plain SQL inside the open unit of work, in the same transaction as its aggregates, whose changes
 * are flushed first. Parameters are {@code $1}, {@code $2}, …; arrays and {@code JsonObject} are
 * allowed. Statements are prepared and cached: their text must not vary without bound.
 */
@ApplicationScoped
public class Sql {

    private static final String APPENDS = "append_events(";

    /** All rows, mapped. The caller bounds their number in the statement. */
    public <T> Uni<List<T>> list(String sql, Function<Row, T> mapper, Object... parameters) {
        return run(sql, parameters)
                .map(
                        rows -> {
                            List<T> mapped = new ArrayList<>(rows.size());
                            rows.forEach(row -> mapped.add(mapper.apply(row)));
                            return mapped;
                        });
    }

    /** The first row, mapped; empty when there is none. */
    public <T> Uni<Optional<T>> first(String sql, Function<Row, T> mapper, Object... parameters) {
        return list(sql, mapper, parameters).map(rows -> rows.stream().findFirst());
    }

    /** How many rows the statement changed, or returned. */
    public Uni<Integer> update(String sql, Object... parameters) {
        return run(sql, parameters).map(RowSet::rowCount);
    }

    /** The first column of the only row, a number. */
    public Uni<Long> number(String sql, Object... parameters) {
        return run(sql, parameters).map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<RowSet<Row>> run(String sql, Object... parameters) {
        OpenUnit unit = sql.contains(APPENDS) ? UnitOfWork.current() : null;
        return unit == null
                ? execute(sql, parameters)
                : unit.appending().chain(() -> execute(sql, parameters));
    }

    private Uni<RowSet<Row>> execute(String sql, Object... parameters) {
        return SessionOperations.getSession()
                .chain(session -> session.flush().replaceWith(session))
                .chain(
                        session ->
                                Uni.createFrom()
                                        .completionStage(
                                                () ->
                                                        connection(session)
                                                                .preparedQuery(
                                                                        sql,
                                                                        Tuple.wrap(parameters))))
                .onFailure(EventTooLarge::isMeantBy)
                .transform(_ -> new EventTooLarge());
    }

    // Hibernate Reactive offers no public way to the connection of a session, and its native
    // queries bind no arrays. A batch size of one
    // takes off the wrapper that collects its own inserts.
    private static SqlClientConnection connection(Mutiny.Session session) {
        return (SqlClientConnection)
                ((MutinySessionImpl) session).getReactiveConnection().withBatchSize(1);
    }
}
