package io.mauntic.crm.segment.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What a field is compared with. */
public sealed interface Operand {

    /** Nothing: the rule asks only whether there is a value. */
    record None() implements Operand {}

    /** One text, in lower case: texts are compared without regard to case. */
    record Text(String folded) implements Operand {}

    /** One of several texts, in lower case. */
    record Texts(List<String> folded) implements Operand {

        public Texts {
            folded = List.copyOf(folded);
        }
    }

    /** A number. */
    record Amount(BigDecimal value) implements Operand {}

    /** One of several numbers. */
    record Amounts(List<BigDecimal> values) implements Operand {

        public Amounts {
            values = List.copyOf(values);
        }
    }

    /** A date as custom fields write it, year-month-day. */
    record Day(String isoDate) implements Operand {}

    /**
     * A day of the calendar (UTC), or one instant.
     *
     * @param from the first instant that is part of it
     * @param until the first instant that is past it
     */
    record Span(Instant from, Instant until) implements Operand {}
}
