package io.mauntic.content.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kit.rest.UrlEncodedBody;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>",
                "file:///etc/passwd",
                "//example.com",
                "example.com",
                "https://",
                "https://user:secret@example.com/",
                "ht\u0000tps://example.com:x/",
                ""
            })
    void only_addresses_of_the_web_are_addresses(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @Test
    void what_browsers_leave_in_an_address_does_not_make_it_wrong() {
        assertThat(WebAddress.parse("https://example.com/a b?q={x}|y&z=%zz#<top>"))
                .contains("https://example.com/a b?q={x}|y&z=%zz#<top>");
    }

    @Test
    void a_query_that_is_too_long_is_cut_and_the_page_stays() {
        assertThat(WebAddress.parse("https://example.com/page?q=" + "x".repeat(3000)))
                .contains("https://example.com/page");
        assertThat(WebAddress.parse("https://example.com/" + "x".repeat(3000))).isEmpty();
    }

    @Test
    void a_text_is_never_cut_inside_of_a_character() {
        assertThat(PlainText.atMost(2, "a😀b")).isEqualTo("a");
        assertThat(PlainText.atMost(3, "a😀b")).isEqualTo("a😀");
    }

    @Test
    void lines_stay_lines_where_there_may_be_several() {
        assertThat(PlainText.lines("a\r\nb\rc\td\u0007")).isEqualTo("a\nb\ncd");
        assertThat(PlainText.line("a\r\nb\tc")).isEqualTo("a  b c");
    }

    @Test
    void a_posted_form_is_read_however_broken_it_is() {
        assertThat(UrlEncodedBody.parse("a=1&a=2&b=%C3%A4+%26&c=%zz&=x&d"))
                .isEqualTo(
                        Map.of("a", List.of("1", "2"), "b", List.of("ä &"), "c", List.of("%zz")));
        assertThat(UrlEncodedBody.parse("")).isEmpty();
    }

    @Test
    void thousands_of_fields_are_more_than_anybody_asks() {
        String body = "x=1&".repeat(5000);

        assertThat(UrlEncodedBody.parse(body).get("x")).hasSize(2000);
    }
}
