package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import io.mauntic.ui.FormErrors;
import java.util.List;

/**
 * Brings what was refused to the fields of a step's form. They are called as those of the contract,
 * but for the interval's value, which a condition has too.
 */
final class StepErrors {

    private StepErrors() {}

    static FormErrors of(DomainException refused) {
        FormErrors errors = FormErrors.none();
        for (Violation problem : inForm(refused)) {
            errors = errors.with(problem.field(), problem.message());
        }
        return errors;
    }

    /** What was refused, by the names of the form's fields. */
    static List<Violation> inForm(DomainException refused) {
        return refused.violations().isEmpty()
                ? List.of(new Violation("mode", refused.getMessage()))
                : refused.violations().stream()
                        .map(problem -> new Violation(field(problem.field()), problem.message()))
                        .toList();
    }

    private static String field(String path) {
        String field = path.replaceFirst("^events\\[\\d+]\\.", "");
        return switch (field) {
            case "schedule.value" -> "amount";
            case "schedule.unit" -> "unit";
            case "schedule.at" -> "at";
            default ->
                    field.startsWith("properties.")
                            ? field.substring("properties.".length())
                            : "mode";
        };
    }
}
