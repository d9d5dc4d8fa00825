package io.mauntic.crm.segment.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the rules of a group go together. */
public enum Match {
    ALL,
    ANY;

    /** As the contract writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Match> of(String text) {
        return Arrays.stream(values()).filter(match -> match.text().equals(text)).findFirst();
    }
}
