package io.mauntic.kit.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells failures that pass by themselves from those that come again with the same work. */
public final class Transience {

    // PostgreSQL's error classes: connection, insufficient resources, operator intervention,
    // transaction rollback (deadlock, serialization).
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40");
    // A lock that was not had in time, and a session that was ended for doing nothing.
    private static final Set<String> PASSING_TOO = Set.of("55P03", "25P03");
    // A statement that took too long takes as long again; half of its batch may not.
    private static final String TOOK_TOO_LONG = "57014";

    private Transience() {}

    /** The database stopped it: it ran into a time-out, or its caller has gone. */
    public static boolean tookTooLong(Throwable failure) {
        return state(failure).filter(TOOK_TOO_LONG::equals).isPresent();
    }

    /** Others held what it needed; how long that may last is for the caller to bound. */
    public static boolean isContention(Throwable failure) {
        return state(failure)
                .filter(state -> state.startsWith("40") || PASSING_TOO.contains(state))
                .isPresent();
    }

    public static boolean isTransient(Throwable failure) {
        Optional<String> state = state(failure);
        if (state.isPresent()) {
            return passes(state.get());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Jackson's are IOExceptions, and reading the same text again never helps.
            if (cause instanceof JsonProcessingException) {
                return false;
            }
            if (cause instanceof WebApplicationException refused) {
                int status = refused.getResponse().getStatus();
                return status >= 500 || status == 429 || status == 408;
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

    private static Optional<String> state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && refused.getSqlState() != null) {
                return Optional.of(refused.getSqlState());
            }
            // What Hibernate Reactive makes of the same.
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return Optional.of(refused.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static boolean passes(String state) {
        return PASSING_TOO.contains(state)
                || PASSING.contains(state.substring(0, 2)) && !state.equals(TOOK_TOO_LONG);
    }
}
