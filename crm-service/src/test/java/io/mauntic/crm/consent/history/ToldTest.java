package io.mauntic.crm.consent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final Instant NOW = Instant.parse("2026-03-31T09:15:00.123456789Z");

    @Test
    void what_was_told_becomes_a_statement() {
        assertThat(
                        new Told("email", " News ", "form", " 51 ", "I agree.\r\nReally.", null)
                                .checked(ConsentState.GIVEN, NOW))
                .isEqualTo(
                        new Statement(
                                ConsentState.GIVEN,
                                Channel.EMAIL,
                                new Topic("news"),
                                Instant.parse("2026-03-31T09:15:00.123456Z"),
                                ConsentSource.FORM,
                                "51",
                                "I agree.\nReally."));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        Told told =
                new Told(
                        "pigeon",
                        "t".repeat(101),
                        "rumour",
                        "r".repeat(201),
                        "x".repeat(4_001),
                        NOW.plusSeconds(301));
        assertThat(violations(told, ConsentState.GIVEN))
                .extracting(Violation::field)
                .containsExactly("channel", "topic", "source", "reference", "text", "at");
    }

    @Test
    void the_limits_themselves_are_good() {
        Told told =
                new Told(
                        "push",
                        "t".repeat(100),
                        "preference-page",
                        "r".repeat(200),
                        "x".repeat(4_000),
                        NOW.plusSeconds(300));
        assertThat(told.checked(ConsentState.GIVEN, NOW).shown()).hasSize(4_000);
        assertThat(
                        new Told("sms", null, "person", null, null, Instant.EPOCH)
                                .checked(ConsentState.GIVEN, NOW)
                                .at())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_was_agreed_on_a_form_needs_its_text_and_what_was_withdrawn_there_does_not() {
        Told told = new Told("email", null, "form", null, " ", null);

        assertThat(violations(told, ConsentState.GIVEN))
                .containsExactly(
                        new Violation(
                                "text",
                                "What was agreed on a form or a preference page needs the text that was shown."));
        assertThat(told.checked(ConsentState.WITHDRAWN, NOW).shown()).isNull();
    }

    @Test
    void nobody_agreed_before_1970() {
        assertThat(
                        violations(
                                new Told(
                                        "email",
                                        null,
                                        "person",
                                        null,
                                        null,
                                        Instant.EPOCH.minusNanos(1)),
                                ConsentState.GIVEN))
                .containsExactly(new Violation("at", "This time is before 1970."));
    }

    private static Iterable<Violation> violations(Told told, ConsentState state) {
        return catchThrowableOfType(InvalidValues.class, () -> told.checked(state, NOW))
                .violations();
    }
}
