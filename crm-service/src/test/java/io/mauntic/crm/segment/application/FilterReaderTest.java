package io.mauntic.crm.segment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Match;
import io.mauntic.crm.segment.domain.Operand;
import io.mauntic.crm.segment.domain.Operator;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterReaderTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_group_of_rules_and_groups_is_understood() {
        Filter.Group filter =
                read(
                        """
                        {"match": "any", "rules": [
                          {"field": "city", "operator": "equals", "value": "BERLIN"},
                          {"match": "all", "rules": [
                            {"field": "points", "operator": "greaterThan", "value": 10},
                            {"field": "tags", "operator": "in", "value": ["VIP", "press"]},
                            {"field": "fields.shoe_size", "operator": "lessThan", "value": 41.5},
                            {"field": "createdAt", "operator": "equals", "value": "2026-01-31"},
                            {"field": "phone", "operator": "empty"}]}]}
                        """);

        assertThat(filter.match()).isEqualTo(Match.ANY);
        assertThat(filter.filters().getFirst())
                .isEqualTo(
                        new Filter.Rule(
                                new FilterField.Text("city"),
                                Operator.EQUALS,
                                new Operand.Text("berlin")));
        assertThat(filter.rules())
                .extracting(Filter.Rule::operand)
                .containsExactly(
                        new Operand.Text("berlin"),
                        new Operand.Amount(new BigDecimal("10")),
                        new Operand.Texts(List.of("vip", "press")),
                        new Operand.Amount(new BigDecimal("41.5")),
                        new Operand.Span(
                                Instant.parse("2026-01-31T00:00:00Z"),
                                Instant.parse("2026-02-01T00:00:00Z")),
                        new Operand.None());
        assertThat(filter.mentions())
                .containsExactlyInAnyOrder(
                        "city", "points", "tags", "fields.shoe_size", "createdAt", "phone");
    }

    @Test
    void a_filter_without_rules_mentions_nothing() {
        assertThat(read("{\"match\": \"all\", \"rules\": []}").mentions()).isEmpty();
    }

    @Test
    void every_problem_is_named_by_its_place() {
        assertThat(
                        violations(
                                """
                                {"match": "some", "rules": [
                                  {"field": "firstnme", "operator": "equals", "value": "Ada"},
                                  {"field": "points", "operator": "contains", "value": "1"},
                                  {"field": "city", "operator": "like", "value": "Ber%"},
                                  {"match": "all", "rules": [
                                    {"field": "points", "operator": "lessThan", "value": "many"},
                                    {"field": "city", "operator": "in", "value": "Berlin"},
                                    {"field": "city", "operator": "equals"},
                                    {"field": "createdAt", "operator": "lessThan", "value": "yesterday"}]},
                                  {"match": "all", "rules": []},
                                  {"field": "city", "operator": "equals", "value": "x", "glue": "or"},
                                  "city"]}
                                """))
                .extracting(Violation::field)
                .containsExactly(
                        "filter.match",
                        "filter.rules[0].field",
                        "filter.rules[1].operator",
                        "filter.rules[2].operator",
                        "filter.rules[3].rules[0].value",
                        "filter.rules[3].rules[1].value",
                        "filter.rules[3].rules[2].value",
                        "filter.rules[3].rules[3].value",
                        "filter.rules[4].rules",
                        "filter.rules[5].glue",
                        "filter.rules[6]");
    }

    @Test
    void the_sentences_are_written_for_a_marketer() {
        assertThat(
                        violations(
                                "{\"rules\": [{\"field\": \"points\", \"operator\": \"contains\", \"value\": \"1\"}]}"))
                .extracting(Violation::message)
                .containsExactly(
                        "“contains” does not work with Points, which is a number. Use one of equals, notEquals, empty, notEmpty, greaterThan,"
                                + " lessThan, in, notIn.");
        assertThat(
                        violations(
                                "{\"rules\": [{\"field\": \"points\", \"operator\": \"equals\", \"value\": \"many\"}]}"))
                .extracting(Violation::message)
                .containsExactly("Points is compared with a number, such as 10.");
    }

    @Test
    void depth_and_size_have_limits() {
        String deep =
                "{\"match\": \"all\", \"rules\": [".repeat(6)
                        + "{\"field\": \"city\", \"operator\": \"empty\"}"
                        + "]}".repeat(6);
        assertThat(violations(deep))
                .extracting(Violation::field)
                .containsExactly("filter" + ".rules[0]".repeat(5));

        assertThat(violations(many(101)))
                .extracting(Violation::field)
                .containsExactly("filter.rules");
        assertThat(read(many(100)).filters()).hasSize(100);

        String values =
                IntStream.range(0, 1_001)
                        .mapToObj(i -> "\"" + i + "\"")
                        .collect(Collectors.joining(","));
        assertThat(
                        violations(
                                "{\"rules\": [{\"field\": \"city\", \"operator\": \"in\", \"value\": ["
                                        + values
                                        + "]}]}"))
                .extracting(Violation::field)
                .containsExactly("filter.rules[0].value");
        assertThat(
                        violations(
                                "{\"rules\": [{\"field\": \"city\", \"operator\": \"equals\", \"value\": \""
                                        + "x".repeat(256)
                                        + "\"}]}"))
                .hasSize(1);
    }

    @Test
    void each_operator_fits_the_fields_it_makes_sense_for() {
        for (String field : List.of("city", "tags", "points", "createdAt", "fields.size")) {
            for (Operator operator : Operator.values()) {
                String value =
                        operator.takesSeveralValues()
                                ? "[\"2026-01-01\", \"1\"]"
                                : "\"2026-01-01\"";
                String number = operator.takesSeveralValues() ? "[1, 2]" : "1";
                String rule =
                        "{\"rules\": [{\"field\": \"%s\", \"operator\": \"%s\", \"value\": %s}]}"
                                .formatted(
                                        field,
                                        operator.text(),
                                        field.equals("points") ? number : value);
                boolean fits =
                        FilterField.named(field).orElseThrow().operators().contains(operator);
                assertThat(catchThrowableOfType(InvalidValues.class, () -> read(rule)) == null)
                        .as(rule)
                        .isEqualTo(fits);
            }
        }
    }

    private static String many(int rules) {
        return IntStream.range(0, rules)
                .mapToObj(_ -> "{\"field\": \"city\", \"operator\": \"empty\"}")
                .collect(Collectors.joining(",", "{\"match\": \"all\", \"rules\": [", "]}"));
    }

    private static Filter.Group read(String json) {
        return FilterReader.read(tree(json));
    }

    private static List<Violation> violations(String json) {
        return catchThrowableOfType(InvalidValues.class, () -> read(json)).violations();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
