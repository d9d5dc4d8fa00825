package io.mauntic.integrations.webhook.domain;

import java.util.Locale;

/** Why a webhook sends nothing more. */
public enum DisabledReason {
    /** The receiver answered 410. */
    GONE,
    /** Every attempt of a delivery failed, and nothing else got through meanwhile. */
    FAILING,
    /** A person wanted it. */
    MANUAL;

    /** The word of the contract. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DisabledReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
