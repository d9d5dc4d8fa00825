package io.mauntic.kit.setaside;

import io.mauntic.kernel.DomainException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;

/** Why work failed, for a person who has no stack trace to read. */
public final class Failures {

    private Failures() {}

    /** One sentence: a refusal of the business as it is, anything else with what it is called. */
    public static String inWords(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refusal.getMessage();
            }
            if (cause instanceof PgException refused) {
                return database(refused.getErrorMessage(), refused.getSqlState());
            }
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return database(
                        refused.getMessage()
                                .replaceFirst("^[A-Z]+: ", "")
                                .replaceFirst(" \\(\\w{5}\\)$", ""),
                        refused.getSQLState());
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String name = root.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    private static String database(String message, String state) {
        return "The database refused it: %s (%s)".formatted(message, state);
    }
}
