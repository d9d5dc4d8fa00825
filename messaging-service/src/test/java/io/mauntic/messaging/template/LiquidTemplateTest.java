package io.mauntic.messaging.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiquidTemplateTest {

    private static final Map<String, Object> ADA =
            Map.of(
                    "contact",
                    Map.of(
                            "firstname",
                            "Ada",
                            "company",
                            "A&B <Ltd>",
                            "tags",
                            List.of("vip", "<new>"),
                            "points",
                            7));

    @Test
    void a_value_is_put_in() {
        assertThat(
                        LiquidTemplate.text("Hello {{ contact.firstname | default: \"friend\" }}")
                                .render(ADA))
                .isEqualTo("Hello Ada");
    }

    @Test
    void a_missing_value_takes_its_default_or_nothing() {
        LiquidTemplate template =
                LiquidTemplate.html(
                        "Hello {{ contact.firstname | default: \"friend\" }}{{ contact.city }}!");
        assertThat(template.render(Map.of("contact", Map.of()))).isEqualTo("Hello friend!");
        assertThat(template.render(Map.of("contact", Map.of("firstname", ""))))
                .isEqualTo("Hello friend!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{ contact.company }}~A&amp;B &lt;Ltd&gt;",
                "{{ contact.company ~ upcase }}~A&amp;B &lt;LTD&gt;",
                "{{ contact.company ~ escape }}~A&amp;B &lt;Ltd&gt;",
                "{{ contact.company ~ newline_to_br }}~A&amp;B &lt;Ltd&gt;",
                "{{ contact.tags ~ join: ', ' }}~vip, &lt;new&gt;",
                "{{ contact.tags }}~vip&lt;new&gt;",
                "{% for t in contact.tags %}[{{ t }}]{% endfor %}~[vip][&lt;new&gt;]",
                "{% if contact.company == 'A&B <Ltd>' %}yes{% else %}no{% endif %}~yes",
                "{% assign n = contact.company %}<b>{{ n }}</b>~<b>A&amp;B &lt;Ltd&gt;</b>",
                "{% raw %}{{ contact }}{% endraw %}~{{ contact }}",
                "{{ contact.points ~ times: 3 }}~21",
                "{% for i in (1..5) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}~12"
            })
    void values_in_html_are_escaped_after_their_filters(String pair) {
        String[] sides = pair.split("~(?=[^~]*$)");
        assertThat(LiquidTemplate.html(sides[0].replace("~", "|")).render(ADA)).isEqualTo(sides[1]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<p>{{ contact.firstname </p>~1",
                "a\\nb\\n{% if contact.firstname %}never closed~3",
                "a\\n{% endif %}~2",
                "a\\n{{ contact.firstname | shout }}~2",
                "{{ contact.firstname default: 'x' }}~1",
                "{% include 'footer' %}~1",
                "{% unknown_tag %}~1",
                "{% for %}x{% endfor %}~1"
            })
    void broken_liquid_is_refused_with_its_line(String source, int line) {
        BrokenTemplate broken =
                catchThrowableOfType(
                        BrokenTemplate.class,
                        () -> LiquidTemplate.html(source.replace("\\n", "\n")));
        assertThat(broken).as(source).isNotNull();
        assertThat(broken.line()).isEqualTo(line);
        assertThat(broken.sentence())
                .startsWith("Line " + line + ": ")
                .doesNotContain("liqp", "Exception", "token");
    }
}
