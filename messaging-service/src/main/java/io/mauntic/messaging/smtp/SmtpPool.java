package io.mauntic.messaging.smtp;

import io.mauntic.messaging.smtp.MailOutcome.Postponed;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps a bounded number of connections busy, on one event loop; the rest waits its turn. */
final class SmtpPool {

    private final Vertx vertx;
    private final Context context;
    private final SmtpConnector connector;
    private final SmtpConfig config;
    private final int most;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Idle> idle = new ArrayDeque<>();
    private int open;
    private int connecting;

    SmtpPool(Vertx vertx, Context context, SmtpConnector connector, SmtpConfig config, int most) {
        this.vertx = vertx;
        this.context = context;
        this.connector = connector;
        this.config = config;
        this.most = most;
    }

    private record Waiting(OutgoingMail mail, Handover handover, Promise<MailOutcome> outcome) {}

    private record Idle(SmtpConnection connection, long alarm) {}

    /** What became of the mail; safe from any thread. The caller bounds how many wait. */
    Future<MailOutcome> send(OutgoingMail mail, Handover handover) {
        Promise<MailOutcome> outcome = Promise.promise();
        context.runOnContext(
                _ -> {
                    waiting.add(new Waiting(mail, handover, outcome));
                    next();
                });
        return outcome.future();
    }

    private void next() {
        while (!waiting.isEmpty()) {
            Idle ready = idle.pollLast();
            if (ready != null) {
                vertx.cancelTimer(ready.alarm());
                if (ready.connection().isClosed()) {
                    open--;
                } else {
                    deliver(ready.connection(), waiting.poll());
                }
            } else if (open < most && connecting < waiting.size()) {
                connect();
            } else {
                return;
            }
        }
    }

    private void connect() {
        open++;
        connecting++;
        connector
                .connect()
                .onComplete(
                        result -> {
                            connecting--;
                            if (result.succeeded()) {
                                free(result.result());
                            } else {
                                open--;
                                unreachable(result.cause());
                            }
                        });
    }

    /**
     * A server that cannot be reached postpones what waits, unless other connections still work it
     * off.
     */
    private void unreachable(Throwable cause) {
        while (open == 0 && !waiting.isEmpty()) {
            waiting.poll()
                    .outcome()
                    .complete(new Postponed(String.valueOf(cause.getMessage()), false));
        }
    }

    private void deliver(SmtpConnection connection, Waiting next) {
        long alarm = vertx.setTimer(config.timeout().toMillis(), _ -> connection.close());
        connection
                .deliver(next.mail(), next.handover())
                .onComplete(
                        result -> {
                            vertx.cancelTimer(alarm);
                            if (result.succeeded()) {
                                next.outcome().complete(result.result());
                            } else if (connection.isUsed()) {
                                waiting.addFirst(next);
                            } else {
                                next.outcome()
                                        .complete(new Postponed(result.cause().getMessage(), true));
                            }
                            if (result.failed()
                                    || result.result() instanceof Postponed(_, boolean attempted)
                                            && !attempted) {
                                connection.close();
                            }
                            free(connection);
                        });
    }

    private void free(SmtpConnection connection) {
        if (connection.isClosed()) {
            open--;
            next();
        } else if (waiting.isEmpty()) {
            idle.add(
                    new Idle(
                            connection,
                            vertx.setTimer(config.idle().toMillis(), _ -> drop(connection))));
        } else {
            deliver(connection, waiting.poll());
        }
    }

    private void drop(SmtpConnection connection) {
        if (idle.removeIf(kept -> kept.connection() == connection)) {
            open--;
            connection.quit();
        }
    }
}
