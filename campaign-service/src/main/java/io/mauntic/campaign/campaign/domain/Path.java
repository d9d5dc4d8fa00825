package io.mauntic.campaign.campaign.domain;

import java.util.Locale;
import java.util.Optional;

/** Which way leads from one step to the one after it. */
public enum Path {
    /** After an action there is one way only; the contract leaves it out. */
    NEXT,
    YES,
    NO;

    /** As the contract says it; empty for {@link #NEXT}. */
    public Optional<String> word() {
        return this == NEXT ? Optional.empty() : Optional.of(name().toLowerCase(Locale.ROOT));
    }

    static Optional<Path> of(String word) {
        return switch (word) {
            case null -> Optional.of(NEXT);
            case "yes" -> Optional.of(YES);
            case "no" -> Optional.of(NO);
            default -> Optional.empty();
        };
    }
}
