package io.mauntic.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainExceptionTest {

    @Test
    void what_is_not_there_is_named() {
        NotFound notFound = new NotFound("contact", new ContactId(7));

        assertThat(notFound.code()).isEqualTo("contact-not-found");
        assertThat(notFound.kind()).isEqualTo(DomainException.Kind.NOT_FOUND);
        assertThat(notFound).hasMessage("There is no contact 7.");
    }

    @Test
    void refused_values_are_told_in_one_sentence_each() {
        InvalidValues invalid =
                new InvalidValues(
                        List.of(
                                new Violation("name", "A name is needed."),
                                new Violation("email", "This is not an email address.")));

        assertThat(invalid).hasMessage("A name is needed. This is not an email address.");
        assertThat(invalid.violations())
                .extracting(Violation::field)
                .containsExactly("name", "email");
    }

    @Test
    void an_id_is_positive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ContactId(0));
    }
}
