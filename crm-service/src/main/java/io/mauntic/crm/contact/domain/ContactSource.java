package io.mauntic.crm.contact.domain;

import java.util.Locale;

/** Which way a contact, or a change to one, came in. */
public enum ContactSource {
    API,
    IMPORT,
    FORM;

    /** As stored and published. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
