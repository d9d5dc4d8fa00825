package io.mauntic.crm.segment.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.crm.segment.application.FilterReader;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Match;
import io.mauntic.crm.segment.domain.Operand;
import io.mauntic.crm.segment.domain.Operator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FilterCompilerTest {

    /** All that a condition may consist of: our own words, and placeholders with their types. */
    private static final Pattern OUR_WORDS =
            Pattern.compile(
                    "(?:lower|collate|pg_c_utf8|coalesce|strpos|starts_with|right|left|char_length|cardinality|unnest|exists|select|from|where|as"
                            + "|given|tag|case|when|then|end|and|or|is|not|true|false|null|any|text|numeric|timestamptz"
                            + "|c\\.(?:firstname|lastname|email|phone|company|position|country|city|stage|points|created_at|tags|fields)"
                            + "|\\$[0-9]+::(?:text|numeric|timestamptz)(?:\\[\\])?|''|\"C\"|10|0"
                            + "|'\\^-\\?\\[0-9\\]\\{1,30\\}\\(\\[\\.\\]\\[0-9\\]\\{1,30\\}\\)\\?\\$'|'\\^\\[0-9\\]\\{4\\}-\\[0-9\\]\\{2\\}-\\[0-9\\]\\{2\\}'"
                            + "|::|->>|>=|[()<>=~,.\\s])+");

    @Test
    void a_rule_becomes_a_condition_with_a_typed_parameter() {
        Parameters parameters = new Parameters();

        String condition =
                FilterCompiler.compile(
                        new Filter.Rule(
                                new FilterField.Text("city"),
                                Operator.NOT_EQUALS,
                                new Operand.Text("berlin")),
                        parameters);

        assertThat(condition).isEqualTo("(lower(c.city collate pg_c_utf8) = $1::text) is not true");
        assertThat(parameters.values()).containsExactly("berlin");
    }

    @Test
    void a_filter_without_rules_finds_nobody() {
        assertThat(FilterCompiler.compile(new Filter.Group(Match.ALL, List.of()), new Parameters()))
                .isEqualTo("false");
    }

    @Test
    void whatever_is_typed_only_our_own_words_get_into_the_statement() {
        RandomFilters filters = new RandomFilters(new Random(4711));
        for (int i = 0; i < 20_000; i++) {
            Parameters parameters = new Parameters();
            String condition =
                    FilterCompiler.compile(FilterReader.read(filters.next()), parameters);
            assertThat(OUR_WORDS.matcher(condition).matches()).as(condition).isTrue();
            assertThat(
                            Pattern.compile("\\$([0-9]+)::")
                                    .matcher(condition)
                                    .results()
                                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                                    .max()
                                    .orElse(0))
                    .isEqualTo(parameters.size());
        }
    }
}
