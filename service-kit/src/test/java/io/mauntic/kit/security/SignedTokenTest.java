package io.mauntic.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignedTokenTest {

    private final SignedToken tokens =
            new SignedToken(new Keyset(List.of("a secret")), SignedToken.CONTACT);

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
        assertThat(new SignedToken(new Keyset(List.of("a secret")), "open").open(token)).isEmpty();
        assertThat(
                        new SignedToken(new Keyset(List.of("another secret")), SignedToken.CONTACT)
                                .open(token))
                .isEmpty();
    }

    @Test
    void what_is_no_token_at_all_is_refused_quietly() {
        assertThat(tokens.open(null)).isEmpty();
        assertThat(tokens.open("")).isEmpty();
        assertThat(tokens.open("ÄÖ\u0000%2F")).isEmpty();
        assertThat(tokens.open("A".repeat(100_000))).isEmpty();
    }

    @Test
    void a_token_of_the_last_key_opens_after_a_rotation_and_one_of_a_removed_key_does_not() {
        SignedToken before = of("old");
        SignedToken rotated = of("new", "old");
        SignedToken after = of("new");
        String last = before.seal(1, 42);

        assertThat(rotated.open(last).orElseThrow()).containsExactly(1, 42);
        assertThat(after.open(last)).isEmpty();
        assertThat(after.open(rotated.seal(1, 42)).orElseThrow()).containsExactly(1, 42);
        assertThat(before.open(rotated.seal(1, 42))).isEmpty();
    }

    @Test
    void a_token_names_its_key() {
        String name = tokens.seal(1, 42).substring(0, 6);

        assertThat(tokens.seal(7, 8)).startsWith(name);
        assertThat(of("a secret").seal(7, 8)).startsWith(name);
        assertThat(of("another secret").seal(7, 8)).doesNotStartWith(name);
    }

    @Test
    void a_token_from_before_keys_had_names_opens() {
        String sealed = "D0nny_0vsKjYwVBvu7IsYZiOcSciDvQ-GcaQU2oO9sHGuxcPhI8JBws5L3DLsr8lrTou0w";

        assertThat(tokens.open(sealed).orElseThrow()).containsExactly(1, 42, 1_763_700_000L);
        assertThat(of("new", "a secret").open(sealed).orElseThrow())
                .containsExactly(1, 42, 1_763_700_000L);
        assertThat(of("new").open(sealed)).isEmpty();
    }

    @Test
    void a_keyset_without_a_secret_is_refused() {
        assertThatThrownBy(() -> of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of("new", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedToken of(String... secrets) {
        return new SignedToken(new Keyset(List.of(secrets)), SignedToken.CONTACT);
    }
}
