package io.mauntic.messaging.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kit.security.Keyset;
import io.mauntic.messaging.bounce.ReturnAddress.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnTokenTest {

    private final ReturnToken tokens =
            new ReturnToken(new Keyset(List.of("a secret")), Purpose.UNSUBSCRIBE);

    @Test
    void a_token_gives_its_ids_back() {
        assertThat(tokens.open(tokens.seal(1, 42)).orElseThrow()).containsExactly(1, 42);
        assertThat(tokens.open(tokens.seal(Long.MAX_VALUE, Long.MAX_VALUE)).orElseThrow())
                .containsExactly(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Test
    void the_longest_fits_before_the_at_in_lower_case() {
        assertThat("unsubscribe+" + tokens.seal(Long.MAX_VALUE, Long.MAX_VALUE))
                .matches("[a-z0-9+]{1,64}");
    }

    @Test
    void a_changed_token_opens_for_nobody() {
        String token = tokens.seal(7, 42);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(tokens.open(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(tokens.open("0")).isEmpty();
        assertThat(tokens.open("v".repeat(52))).isEmpty();
        assertThat(tokens.open(token + "0")).isEmpty();
    }

    @Test
    void a_token_of_another_purpose_or_secret_opens_for_nobody() {
        String token = tokens.seal(1, 42);
        assertThat(new ReturnToken(new Keyset(List.of("a secret")), Purpose.BOUNCE).open(token))
                .isEmpty();
        assertThat(new ReturnToken(new Keyset(List.of("another")), Purpose.UNSUBSCRIBE).open(token))
                .isEmpty();
    }

    @Test
    void mail_to_an_address_of_the_last_key_is_understood_after_a_rotation() {
        String last = tokens.seal(1, 42);
        ReturnToken rotated = of("new", "a secret");

        assertThat(rotated.open(last).orElseThrow()).containsExactly(1, 42);
        assertThat(of("new").open(last)).isEmpty();
        assertThat(of("new").open(rotated.seal(1, 42)).orElseThrow()).containsExactly(1, 42);
    }

    @Test
    void mail_to_an_address_from_before_keys_had_names_is_understood() {
        String sealed = "400000000000ago6ppbammlb8a6bsdj5m3cef8e";

        assertThat(tokens.open(sealed).orElseThrow()).containsExactly(1, 42);
        assertThat(of("new").open(sealed)).isEmpty();
    }

    private static ReturnToken of(String... secrets) {
        return new ReturnToken(new Keyset(List.of(secrets)), Purpose.UNSUBSCRIBE);
    }
}
