package io.mauntic.messaging.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an author with bad intentions writes: reaching for objects, files and expressions, and
 * burning time and memory.
 */
class HostileTemplateTest {

    private static final Map<String, Object> VALUES =
            Map.of("contact", Map.of("firstname", "Ada", "tags", List.of("vip")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ contact.class }}",
                "{{ contact.getClass }}",
                "{{ contact.class.classLoader }}",
                "{{ contact.firstname.bytes }}",
                "{{ contact.firstname.class.name }}",
                "{{ contact['class'] }}",
                "{{ contact.entrySet }}",
                "{{ self }}",
                "{{ _context }}",
                "{{ context.registry }}",
                "{{ this.class }}",
                "${7*7}",
                "#{7*7}",
                "<%= 7*7 %>",
                "{7*7}",
                "*{T(Runtime).getRuntime().exec('id')}",
                "${{7*7}}",
                "@(7*7)",
                "{{ \"\".getClass().forName(\"java.lang.Runtime\") }}",
                "{{ 'x' | where_exp: 'i', 'i.class' }}",
                "{{ contact | json }}",
                "{{ contact | inspect }}",
                "{% include '/etc/passwd' %}",
                "{% include_relative '../../etc/passwd' %}",
                "{% render 'x' %}",
                "{% liquid echo 1 %}",
                "{{ config:quarkus.datasource.password }}",
                "{{ 'java.lang.System' | constantize }}"
            })
    void reaches_nothing(String source) {
        try {
            assertThat(LiquidTemplate.html(source).render(VALUES))
                    .doesNotContain("java.", "49", "root:", "class ", "uid=", "liqp")
                    .doesNotContain("mauntic");
        } catch (BrokenTemplate refused) {
            assertThat(refused.sentence()).doesNotContain("Exception", "liqp.");
        }
    }

    static List<String> expensive() {
        return List.of(
                "{% for i in (1..1000000000) %}x{% endfor %}",
                "{% for a in (1..9000) %}{% for b in (1..9000) %}{% endfor %}{% endfor %}",
                "{% assign x = 'aaaaaaaaaa' %}"
                        + "{% assign x = x | append: x %}".repeat(40)
                        + "{{ x }}",
                "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..100) %}{% assign x = x | append: x %}{% endfor %}",
                "{% assign x = 'aaaaaaaaaa' %}" + "{% assign x = x | replace: 'a', x %}".repeat(8),
                "{% assign x = 9999999 %}{% for i in (1..900) %}{% assign x = x | times: x %}{% endfor %}{{ x }}",
                "{% capture x %}aaaaaaaaaaaaaaaaaaaa{% endcapture %}"
                        + "{% capture x %}{{ x }}{{ x }}{{ x }}{% endcapture %}".repeat(30),
                "{{ 'now' | date: '%999999999Y' }}",
                "{{ 'now' | date: '%-0999999999d' }}",
                "{% assign a = 'a,a,a,a,a,a,a,a,a,a' %}"
                        + "{% assign a = a | append: a %}".repeat(15)
                        + "{% assign p = a | split: ',' %}"
                        + "{{ p | join: a }}",
                "{% if a %}".repeat(100_000) + "{% endif %}".repeat(100_000).substring(0, 1),
                "{{ a" + "[a".repeat(50_000) + "]".repeat(50_000) + " }}",
                "{{ a" + "[a".repeat(600) + "]".repeat(600) + " }}",
                "{{ a" + " | append: a".repeat(50_000) + " }}",
                "{% if a" + " and a".repeat(50_000) + " %}x{% endif %}",
                "{{".repeat(200_000),
                "x".repeat(500_001));
    }

    @ParameterizedTest
    @MethodSource("expensive")
    void ends_in_time_and_stays_small(String source) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    try {
                        assertThat(LiquidTemplate.html(source).render(VALUES))
                                .hasSizeLessThan(1_000);
                    } catch (BrokenTemplate refused) {
                        assertThat(refused.getMessage()).isNotBlank();
                    }
                });
    }
}
