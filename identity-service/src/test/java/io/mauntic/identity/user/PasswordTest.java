package io.mauntic.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.identity.user.domain.NewPassword;
import io.mauntic.identity.user.domain.PasswordHash;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void a_made_password_is_temporary_shown_and_never_the_same() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            NewPassword password = NewPassword.of(null, false, random);
            assertThat(password.temporary()).isTrue();
            assertThat(password.shown().orElseThrow()).hasSize(16).matches("[a-zA-Z2-9]+");
            made.add(password.clear());
        }
        assertThat(made).hasSize(1_000);
    }

    @Test
    void a_typed_password_is_not_shown_again_nor_written_to_a_log() {
        NewPassword password = NewPassword.of("correct-horse-battery", false, random);
        assertThat(password.shown()).isEmpty();
        assertThat(password).hasToString("a password");
    }

    @Test
    void a_hash_survives_its_text_and_has_a_salt_of_its_own() {
        PasswordHash hash = PasswordHash.of("correct-horse-battery", random);
        assertThat(PasswordHash.parse(hash.toString())).isEqualTo(hash);
        assertThat(PasswordHash.of("correct-horse-battery", random)).isNotEqualTo(hash);
    }
}
