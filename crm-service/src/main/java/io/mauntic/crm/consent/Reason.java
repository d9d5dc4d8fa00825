package io.mauntic.crm.consent;

import java.util.Locale;

/** Why a contact must not be written to. */
enum Reason {
    UNSUBSCRIBED,
    BOUNCED,
    MANUAL;

    static Reason of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
