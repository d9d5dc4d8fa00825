package io.mauntic.campaign.walk.domain;

import io.mauntic.campaign.campaign.domain.StepKind.Decision;

/** What a contact did with an email so far. */
public record Reaction(boolean opened, boolean clicked) {

    /** A click proves that the email was read, even where the pixel was blocked. */
    public boolean answers(Decision decision) {
        return switch (decision) {
            case OPENED -> opened || clicked;
            case CLICKED -> clicked;
        };
    }
}
