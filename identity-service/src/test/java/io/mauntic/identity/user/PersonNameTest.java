package io.mauntic.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.kernel.InvalidValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @Test
    void the_last_word_is_the_last_name_for_keycloak() {
        PersonName name = PersonName.typed("  Ana María de la Cruz ");
        assertThat(name.value()).isEqualTo("Ana María de la Cruz");
        assertThat(name.first()).isEqualTo("Ana María de la");
        assertThat(name.last()).isEqualTo("Cruz");
    }

    @Test
    void one_word_is_a_name_too() {
        PersonName name = PersonName.typed("Sukarno");
        assertThat(name.first()).isEqualTo("Sukarno");
        assertThat(name.last()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<b>Bold</b>", "two\nlines", "a&b"})
    void what_keycloak_would_refuse_is_refused_here(String typed) {
        assertThatExceptionOfType(InvalidValues.class).isThrownBy(() -> PersonName.typed(typed));
    }
}
