package io.mauntic.campaign.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldConditionTest {

    private final Map<String, Object> contact =
            new HashMap<>(
                    Map.of(
                            "city",
                            "Berlin",
                            "points",
                            12,
                            "tags",
                            List.of("vip", "new"),
                            "company",
                            " ",
                            "createdAt",
                            "2026-03-01T00:00:00Z",
                            "fields",
                            Map.of("size", "42.0", "agreed", true)));

    @ParameterizedTest
    @CsvSource({
        "city, equals, berlin, true",
        "city, notEquals, Berlin, false",
        "country, notEquals, Germany, true",
        "city, contains, ERL, true",
        "city, startsWith, Ber, true",
        "city, endsWith, Ber, false",
        "company, empty, , true",
        "country, notEmpty, , false",
        "points, greaterThan, 9, true",
        "points, lessThan, 12, false",
        "points, equals, 12.0, true",
        "country, greaterThan, A, false",
        "createdAt, lessThan, 2026-04, true",
        "tags, equals, VIP, true",
        "tags, notIn, old|gone, true",
        "tags, in, gone|new, true",
        "tags, empty, , false",
        "city, in, Hamburg|Berlin, true",
        "fields.size, equals, 42, true",
        "fields.agreed, equals, true, true",
        "fields.unknown, empty, , true"
    })
    void a_field_is_compared(String field, String operator, String value, boolean holds) {
        List<String> values = value == null ? List.of() : Arrays.asList(value.split("\\|"));
        assertThat(
                        new FieldCondition(field, Operator.of(operator).orElseThrow(), values)
                                .holdsFor(contact))
                .isEqualTo(holds);
    }
}
