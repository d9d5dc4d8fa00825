package io.mauntic.crm.contactimport.domain;

import java.util.Locale;

/** How far an import has come. */
public enum ImportStatus {
    QUEUED,
    RUNNING,
    FINISHED,
    FAILED,
    CANCELLED;

    /** As stored, shown and published. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ImportStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    public boolean ended() {
        return this == FINISHED || this == FAILED || this == CANCELLED;
    }
}
