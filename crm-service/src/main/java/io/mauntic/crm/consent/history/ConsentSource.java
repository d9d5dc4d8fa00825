package io.mauntic.crm.consent.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a contact said it. */
public enum ConsentSource {
    FORM,
    IMPORT,
    API,
    PERSON,
    PREFERENCE_PAGE;

    static Optional<ConsentSource> parse(String text) {
        return Arrays.stream(values()).filter(source -> source.text().equals(text)).findFirst();
    }

    /** As contracts, events and tables say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a text stood there when the contact agreed. */
    boolean shows() {
        return this == FORM || this == PREFERENCE_PAGE;
    }
}
