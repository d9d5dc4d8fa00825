package io.mauntic.campaign.campaign.domain;

import java.util.List;
import java.util.Map;

/** What a step does, with its properties. */
public sealed interface StepKind permits StepKind.Action, StepKind.Decision, FieldCondition {

    /** As the contract calls it, such as {@code email.send}. */
    String code();

    /** As in the contract. */
    Map<String, Object> properties();

    default StepType type() {
        return switch (this) {
            case Action _ -> StepType.ACTION;
            case Decision _ -> StepType.DECISION;
            case FieldCondition _ -> StepType.CONDITION;
        };
    }

    /** Does something to the contact. */
    sealed interface Action extends StepKind {}

    /** Asks for an email to be sent. */
    record SendEmail(long emailId) implements Action {
        @Override
        public String code() {
            return "email.send";
        }

        @Override
        public Map<String, Object> properties() {
            return Map.of("emailId", emailId);
        }
    }

    /** Asks for tags to be put on the contact and taken off. */
    record ChangeTags(List<String> add, List<String> remove) implements Action {
        @Override
        public String code() {
            return "contact.tags";
        }

        @Override
        public Map<String, Object> properties() {
            return Map.of("add", add, "remove", remove);
        }
    }

    /** Asks for points to be added, or taken when negative. */
    record ChangePoints(int delta) implements Action {
        @Override
        public String code() {
            return "contact.points";
        }

        @Override
        public Map<String, Object> properties() {
            return Map.of("delta", delta);
        }
    }

    /** Waits until the contact reacts to the nearest email above. */
    enum Decision implements StepKind {
        OPENED("email.open"),
        CLICKED("email.click");

        private final String code;

        Decision(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public Map<String, Object> properties() {
            return Map.of();
        }
    }
}
