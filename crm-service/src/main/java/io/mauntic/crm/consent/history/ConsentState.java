package io.mauntic.crm.consent.history;

import java.util.Locale;

/** What a contact said. */
public enum ConsentState {
    GIVEN,
    WITHDRAWN;

    static ConsentState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String event() {
        return this == GIVEN ? "ConsentGiven" : "ConsentWithdrawn";
    }
}
