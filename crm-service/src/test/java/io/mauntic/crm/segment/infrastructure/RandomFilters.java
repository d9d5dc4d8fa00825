package io.mauntic.crm.segment.infrastructure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.crm.segment.domain.FilterField;
import io.mauntic.crm.segment.domain.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/** Filters as people, and people who mean harm, could write them; every one of them is valid. */
final class RandomFilters {

    static final List<String> TEXTS =
            List.of(
                    "Ada",
                    "ada",
                    "ADA",
                    "Müller",
                    "MÜLLER",
                    "a",
                    "A",
                    "da",
                    "x'y",
                    "' or '1'='1",
                    "'; drop table contact; --",
                    "$1",
                    "$1::text",
                    "%",
                    "_",
                    "a%",
                    "\\",
                    "\\'",
                    "\"",
                    "ß",
                    "ẞ",
                    "İ",
                    "ς",
                    "Σ",
                    "日本",
                    "😀",
                    "NULL",
                    "null",
                    "true",
                    "1",
                    "-1",
                    "10",
                    "1.5",
                    "0x10",
                    "1e3",
                    "2026-01-31",
                    "2026-02-30",
                    "/*",
                    "*/",
                    "--",
                    "(select 1)",
                    ":x",
                    "?",
                    "{}",
                    "a\nb",
                    "\t",
                    "a b",
                    "e\u0301");
    static final List<String> NUMBERS =
            List.of("0", "1", "-1", "10", "1.5", "99999", "-0.5", "1000000000");
    static final List<String> DAYS = List.of("2026-01-31", "2026-02-01", "2025-12-31");
    static final List<String> CUSTOM = List.of("fields.size", "fields.note", "fields.day");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RandomGenerator random;

    RandomFilters(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode next() {
        return group(1);
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private ObjectNode group(int depth) {
        ObjectNode group = JSON.objectNode().put("match", random.nextBoolean() ? "all" : "any");
        ArrayNode rules = group.putArray("rules");
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            rules.add(depth < 4 && random.nextInt(4) == 0 ? group(depth + 1) : rule());
        }
        return group;
    }

    private ObjectNode rule() {
        FilterField field =
                random.nextInt(3) == 0
                        ? FilterField.named(one(CUSTOM)).orElseThrow()
                        : one(FilterField.BUILT_IN);
        Operator operator = one(List.copyOf(field.operators()));
        ObjectNode rule =
                JSON.objectNode().put("field", field.name()).put("operator", operator.text());
        if (operator.takesSeveralValues()) {
            ArrayNode values = rule.putArray("value");
            for (int i = 0; i <= random.nextInt(3); i++) {
                values.add(field instanceof FilterField.Points ? one(NUMBERS) : one(TEXTS));
            }
        } else if (!operator.takesNoValue()) {
            value(rule, field, operator);
        }
        return rule;
    }

    private void value(ObjectNode rule, FilterField field, Operator operator) {
        boolean ordering = operator == Operator.GREATER_THAN || operator == Operator.LESS_THAN;
        switch (field) {
            case FilterField.Points _ -> rule.put("value", new BigDecimal(one(NUMBERS)));
            case FilterField.CreatedAt _ ->
                    rule.put("value", random.nextBoolean() ? one(DAYS) : one(DAYS) + "T00:00:00Z");
            case FilterField.Custom _ when ordering && random.nextBoolean() ->
                    rule.put("value", one(DAYS));
            case FilterField.Custom _ when ordering || random.nextInt(3) == 0 ->
                    rule.put("value", new BigDecimal(one(NUMBERS)));
            default -> rule.put("value", one(TEXTS));
        }
    }
}
