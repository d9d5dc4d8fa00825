package io.mauntic.kit.database;

import io.mauntic.kernel.DomainException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;

/** What would be told is larger than a record of the broker may be; nothing was changed. */
public class EventTooLarge extends DomainException {

    private static final long serialVersionUID = 1L;

    /** Raised by the function {@code append_events}. */
    private static final String STATE = "MA413";

    EventTooLarge() {
        super(Kind.TOO_LARGE, "event-too-large", "This is larger than what can be told.");
    }

    static boolean isMeantBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Hibernate makes one of JDBC's of the driver's.
            if (cause instanceof SQLException refused && STATE.equals(refused.getSQLState())
                    || cause instanceof PgException told && STATE.equals(told.getSqlState())) {
                return true;
            }
        }
        return false;
    }
}
