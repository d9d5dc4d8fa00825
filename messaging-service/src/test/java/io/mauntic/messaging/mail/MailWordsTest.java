package io.mauntic.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailWordsTest {

    private static final String OWN = "https://mauntic.example/unsubscribe/";

    private static MailWords tracked(String html, String text) {
        return new MailWords("Hello", html, Optional.ofNullable(text))
                .tracked(
                        OWN,
                        url -> "https://mauntic.example/t/c/" + url.length(),
                        "https://mauntic.example/t/o/x.gif");
    }

    @Test
    void links_are_rewritten_and_nothing_else() {
        MailWords words =
                tracked(
                        "<body><A class=x HREF='https://a.example/?a=1&amp;b=2'>one</A> <a href=\"mailto:x@a.example\">two</a>"
                                + " <a href=\"#top\">three</a> <a href=\""
                                + OWN
                                + "tok\">bye</a> https://a.example/words</body>",
                        "See https://a.example/1 and " + OWN + "tok.");
        assertThat(words.html())
                .isEqualTo(
                        "<body><A class=x HREF=\"https://mauntic.example/t/c/26\">one</A> <a href=\"mailto:x@a.example\">two</a>"
                                + " <a href=\"#top\">three</a> <a href=\""
                                + OWN
                                + "tok\">bye</a> https://a.example/words"
                                + "<img src=\"https://mauntic.example/t/o/x.gif\" width=\"1\" height=\"1\" alt=\"\" style=\"display:none\"></body>");
        assertThat(words.text()).contains("See https://mauntic.example/t/c/19 and " + OWN + "tok.");
    }

    @Test
    void only_web_addresses_are_links() {
        MailWords words =
                new MailWords(
                        "x",
                        "<a href=\"javascript:alert(1)\">x</a><a href=\"data:text/html,x\">x</a><a href=\"ftp://a\">x</a><a href=\"https://a.example\">x</a>",
                        Optional.empty());
        assertThat(words.links(OWN)).containsExactly("https://a.example");
    }

    @Test
    void the_plain_text_is_made_from_the_html() {
        MailWords words =
                new MailWords(
                        "x",
                        "<style>p{}</style><h1>Hello</h1><p>Dear  Ada,<br>look at <a href=\"https://a.example/x\">this</a>.</p><ul><li>one</li><li>two</li></ul>",
                        Optional.empty());
        assertThat(words.plainText())
                .isEqualTo(
                        "Hello\n\nDear Ada,\nlook at this (https://a.example/x).\n\n- one\n\n- two");
    }

    @Test
    void a_contact_cannot_write_html_into_a_mail() {
        CompiledEmail email =
                CompiledEmail.of(
                        "n",
                        "Hi {{ contact.firstname }}",
                        "<p title=\"{{ contact.firstname }}\">{{ contact.firstname }}</p>",
                        Optional.empty(),
                        "Demo",
                        "news@demo.example");
        MailWords words =
                email.render(
                        Map.of("firstname", "\"><script>alert(1)</script>\r\nBcc: x"), OWN + "tok");
        assertThat(words.html())
                .doesNotContain("<script", "\"\"")
                .contains("&quot;&gt;&lt;script&gt;");
        assertThat(words.subject()).isEqualTo("Hi \"><script>alert(1)</script> Bcc: x");
    }

    @Test
    void hostile_html_is_rewritten_in_time() {
        String html =
                "<a ".repeat(100_000)
                        + "<a href=".repeat(20_000)
                        + "<a href=\"https://a.example\">x</a>";
        assertThat(tracked(html, null).html()).contains("https://mauntic.example/t/c/");
    }
}
