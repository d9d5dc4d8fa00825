package io.mauntic.crm.segment.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which contacts belong to a segment by what they are. */
public sealed interface Filter {

    /** No rule, nobody. */
    Group NOBODY = new Group(Match.ALL, List.of());

    int DEEPEST = 5;
    int MOST_RULES = 100;
    int MOST_VALUES = 1_000;
    int LONGEST_TEXT = 255;

    /** The fields it looks at. When none of them changed, nobody comes in and nobody leaves. */
    default Set<String> mentions() {
        return rules().map(rule -> rule.field().name()).collect(Collectors.toUnmodifiableSet());
    }

    Stream<Rule> rules();

    /** Filters that must hold all, or any of them. One without rules finds nobody. */
    record Group(Match match, List<Filter> filters) implements Filter {

        public Group {
            filters = List.copyOf(filters);
        }

        @Override
        public Stream<Rule> rules() {
            return filters.stream().flatMap(Filter::rules);
        }
    }

    /** One comparison. */
    record Rule(FilterField field, Operator operator, Operand operand) implements Filter {

        @Override
        public Stream<Rule> rules() {
            return Stream.of(this);
        }
    }
}
