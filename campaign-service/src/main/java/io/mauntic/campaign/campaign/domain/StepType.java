package io.mauntic.campaign.campaign.domain;

import java.util.Locale;

/** What a step does to a contact's walk. */
public enum StepType {
    /** Does something, then goes on. */
    ACTION,
    /** Waits for the contact to do something. */
    DECISION,
    /** Looks at the contact. */
    CONDITION;

    /** As the contract says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
