package io.mauntic.crm.consent;

import io.mauntic.kernel.InvalidValues;
import java.util.Locale;

/** A way to write to a contact. */
public enum Channel {
    EMAIL;

    static Channel of(String text) {
        if (EMAIL.text().equals(text)) {
            return EMAIL;
        }
        throw new InvalidValues("channel", "The only channel is email.");
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
