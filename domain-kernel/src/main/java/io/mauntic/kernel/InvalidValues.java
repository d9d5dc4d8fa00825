package io.mauntic.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Values were refused; each one is named. */
public class InvalidValues extends DomainException {

    private static final long serialVersionUID = 1L;

    public InvalidValues(List<Violation> violations) {
        super(Kind.REFUSED, "invalid-values", sentence(violations), violations);
    }

    public InvalidValues(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    private static String sentence(List<Violation> violations) {
        return violations.stream()
                .map(Violation::message)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" "));
    }
}
