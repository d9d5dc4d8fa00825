package io.mauntic.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

    @Test
    void an_address_is_compared_in_lower_case_without_surrounding_blanks() {
        assertThat(new EmailAddress("  Ada@Example.ORG ").value()).isEqualTo("ada@example.org");
    }

    @Test
    void what_mailbox_providers_accept_is_accepted() {
        for (String good :
                List.of(
                        "a@b.co",
                        "first.last+tag@sub.example.com",
                        "o'neil@example.ie",
                        "müller@bücher.example")) {
            assertThat(EmailAddress.parse(good)).map(EmailAddress::value).contains(good);
        }
    }

    @Test
    void what_cannot_receive_mail_is_refused() {
        for (String bad :
                List.of(
                        "",
                        "ada",
                        "ada@",
                        "@example.org",
                        "ada@example",
                        "a..b@example.org",
                        "a b@example.org",
                        "ada@example.org\r\nBcc: x@example.org",
                        "ada@-example.org",
                        "x".repeat(65) + "@example.org",
                        "ada@" + "x".repeat(260) + ".org")) {
            assertThat(EmailAddress.parse(bad)).isEmpty();
        }
        assertThat(EmailAddress.parse(null)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("nobody"));
    }

    @Test
    void the_domain_is_what_follows_the_at_sign() {
        assertThat(new EmailAddress("ada@example.org").domain()).isEqualTo("example.org");
    }
}
