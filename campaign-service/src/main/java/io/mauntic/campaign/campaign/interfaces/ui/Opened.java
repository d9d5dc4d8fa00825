package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.ui.BuilderState;
import io.mauntic.ui.FormErrors;
import java.util.Optional;

/** What is open in the builder. */
sealed interface Opened {

    /** Nothing. */
    record Nothing() implements Opened {}

    /** The palette of a place. */
    record Palette(Place place) implements Opened {}

    /** The form of a new step. */
    record NewStep(Place place, StepForm form, BuilderState state, FormErrors errors)
            implements Opened {}

    /**
     * The form of a step.
     *
     * @param typed what was typed before it was refused
     */
    record EditStep(String key, Optional<StepForm> typed, BuilderState state, FormErrors errors)
            implements Opened {}

    /** Whether it is a form. */
    default boolean isForm() {
        return this instanceof NewStep || this instanceof EditStep;
    }
}
