package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.ui.FormErrors;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings what was refused to the fields of the builder: {@code filter.rules[1].rules[0].value}
 * becomes {@code value.0-1-0}.
 */
final class FilterErrors {

    private static final Pattern PLACE = Pattern.compile("rules\\[(\\d+)]");
    private static final Pattern PART = Pattern.compile("\\.(field|operator|value|match)$");

    private FilterErrors() {}

    static FormErrors of(InvalidValues refused) {
        FormErrors errors = FormErrors.none();
        for (Violation problem : inForm(refused)) {
            errors = errors.with(problem.field(), problem.message());
        }
        return errors;
    }

    /** What was refused, by the names of the form's fields. */
    static List<Violation> inForm(InvalidValues refused) {
        return refused.violations().stream()
                .map(violation -> new Violation(field(violation.field()), violation.message()))
                .toList();
    }

    private static String field(String path) {
        if (!path.startsWith("filter")) {
            return path;
        }
        StringBuilder place = new StringBuilder("0");
        Matcher places = PLACE.matcher(path);
        while (places.find()) {
            place.append('-').append(places.group(1));
        }
        Matcher part = PART.matcher(path);
        return (part.find() ? part.group(1) : "match") + "." + place;
    }
}
