package io.mauntic.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells failures that pass by themselves from those that come again with the same event. */
final class Transience {

    // PostgreSQL's error classes: connection, insufficient resources, operator intervention,
    // transaction rollback (deadlock, serialization).
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40");

    private Transience() {}

    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && refused.getSqlState() != null) {
                return PASSING.contains(refused.getSqlState().substring(0, 2));
            }
            // Jackson's are IOExceptions, and reading the same text again never helps.
            if (cause instanceof JsonProcessingException) {
                return false;
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof ClosedConnectionException
                    || cause instanceof NoStackTraceThrowable) {
                return true;
            }
        }
        return false;
    }
}
