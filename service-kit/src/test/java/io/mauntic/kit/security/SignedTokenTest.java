package io.mauntic.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedTokenTest {

    private final SignedToken tokens = new SignedToken("a secret", SignedToken.CONTACT);

    @Test
    void a_token_gives_its_numbers_back() {
        assertThat(tokens.open(tokens.seal(1, 42, 1_763_700_000L)).orElseThrow())
                .containsExactly(1, 42, 1_763_700_000L);
    }

    @Test
    void a_token_is_safe_in_an_address_and_never_the_same_twice() {
        assertThat(tokens.seal(1, 42))
                .matches("[A-Za-z0-9_-]{40,80}")
                .isNotEqualTo(tokens.seal(1, 42));
    }

    @Test
    void a_changed_token_opens_for_nobody() {
        String token = tokens.seal(1, 42);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'Q' : 'A';
            assertThat(tokens.open(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void a_token_of_another_purpose_or_secret_opens_for_nobody() {
        String token = tokens.seal(1, 42);
        assertThat(new SignedToken("a secret", "open").open(token)).isEmpty();
        assertThat(new SignedToken("another secret", SignedToken.CONTACT).open(token)).isEmpty();
    }

    @Test
    void what_is_no_token_at_all_is_refused_quietly() {
        assertThat(tokens.open(null)).isEmpty();
        assertThat(tokens.open("")).isEmpty();
        assertThat(tokens.open("ÄÖ\u0000%2F")).isEmpty();
        assertThat(tokens.open("A".repeat(100_000))).isEmpty();
    }
}
