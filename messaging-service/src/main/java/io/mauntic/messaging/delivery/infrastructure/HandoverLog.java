package io.mauntic.messaging.delivery.infrastructure;

import io.mauntic.messaging.smtp.Handover;
import io.mauntic.messaging.smtp.OutgoingMail;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Notes, right before the final dot, that a mail leaves; one transaction for all mails that wait at
 * that moment. It has a connection of its own on the event loop of the mail connections, beside the
 * unit of work, for one reason: COMMIT and the final dots are written one after the other without a
 * pause. A process killed before COMMIT has sent nothing and the mail is tried again; killed after
 * it, the mail is out. In between lie microseconds instead of a round trip to the database. Waiting
 * for the disk is not needed either (synchronous_commit): what a killed process has committed, the
 * database still has.
 */
@ApplicationScoped
public class HandoverLog implements Handover {

    private static final Logger LOG = Logger.getLogger(HandoverLog.class);
    private static final String BEGIN = "begin; set local synchronous_commit = off";
    private static final String NOTE =
            """
            update due_delivery set handed_over = true
            where delivery_id = any($1) and claimed_by = $2 and not handed_over returning delivery_id
            """;

    private final Vertx vertx;
    private final Instance instance;
    private final PgConnectOptions options;
    private List<Leaving> waiting = new ArrayList<>();
    private boolean committing;
    private PgConnection connection;

    HandoverLog(
            Vertx vertx,
            Instance instance,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.instance = instance;
        // The property is a list of addresses, in which a comma is escaped.
        this.options =
                PgConnectOptions.fromUri(url.replace("\\,", ","))
                        .setUser(user)
                        .setPassword(password)
                        .setCachePreparedStatements(true)
                        .setPipeliningLimit(4);
    }

    private record Leaving(long deliveryId, Promise<Boolean> leave) {}

    /** Called on the one event loop of the mail connections, and completed there. */
    @Override
    public Future<Boolean> of(OutgoingMail mail) {
        Promise<Boolean> leave = Promise.promise();
        waiting.add(new Leaving(mail.deliveryId(), leave));
        if (!committing) {
            next();
        }
        return leave.future();
    }

    private void next() {
        if (waiting.isEmpty()) {
            committing = false;
            return;
        }
        committing = true;
        List<Leaving> group = waiting;
        waiting = new ArrayList<>();
        connected()
                .compose(database -> note(database, group))
                .onFailure(
                        failure -> {
                            LOG.warn(
                                    "Handing mails over could not be noted; they are tried again",
                                    failure);
                            disconnect();
                            group.forEach(leaving -> leaving.leave().tryFail(failure));
                        })
                .onComplete(_ -> next());
    }

    private Future<?> note(PgConnection database, List<Leaving> group) {
        Long[] ids = group.stream().map(Leaving::deliveryId).toArray(Long[]::new);
        Future<?> begun = database.query(BEGIN).execute();
        return database.preparedQuery(NOTE)
                .execute(Tuple.of(ids, instance.id()))
                .compose(rows -> begun.map(rows))
                .compose(rows -> commit(database, group, rows));
    }

    private static Future<?> commit(PgConnection database, List<Leaving> group, RowSet<Row> rows) {
        Set<Long> noted = new HashSet<>();
        rows.forEach(row -> noted.add(row.getLong(0)));
        Future<?> committed = database.query("commit").execute();
        group.forEach(leaving -> leaving.leave().complete(noted.contains(leaving.deliveryId())));
        return committed;
    }

    private Future<PgConnection> connected() {
        if (connection != null) {
            return Future.succeededFuture(connection);
        }
        return PgConnection.connect(vertx, options)
                .onSuccess(
                        opened -> {
                            connection = opened;
                            opened.closeHandler(_ -> connection = null);
                        });
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
