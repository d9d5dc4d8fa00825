package io.mauntic.crm.consent.history;

import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.Channel;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement as somebody tells it, not yet checked. Every value may be null.
 *
 * @param at when the contact said so; now when missing
 */
record Told(
        String channel, String topic, String source, String reference, String shown, Instant at) {

    static final int LONGEST_REFERENCE = 200;
    static final int LONGEST_TEXT = 4_000;

    // Clocks differ.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * @throws InvalidValues naming everything that a statement cannot hold
     */
    Statement checked(ConsentState state, Instant now) {
        List<Violation> wrong = new ArrayList<>();
        Topic about = Topic.of(topic);
        String found = PlainText.clean(reference);
        String text = PlainText.clean(shown);
        var on = Channel.parse(channel);
        var from = ConsentSource.parse(source);
        Instant said = (at == null ? now : at).truncatedTo(ChronoUnit.MICROS);
        refuse(wrong, on.isEmpty(), "channel", "A channel is email, sms or push.");
        refuse(wrong, about.isTooLong(), "topic", "A topic has at most 100 characters.");
        refuse(
                wrong,
                from.isEmpty(),
                "source",
                "A source is form, import, api, person or preference-page.");
        refuse(
                wrong,
                longer(found, LONGEST_REFERENCE),
                "reference",
                "A reference has at most 200 characters.");
        refuse(wrong, longer(text, LONGEST_TEXT), "text", "The text has at most 4,000 characters.");
        refuse(
                wrong,
                state == ConsentState.GIVEN
                        && text == null
                        && from.filter(ConsentSource::shows).isPresent(),
                "text",
                "What was agreed on a form or a preference page needs the text that was shown.");
        refuse(wrong, said.isAfter(now.plus(AHEAD)), "at", "This time is in the future.");
        refuse(wrong, said.isBefore(Instant.EPOCH), "at", "This time is before 1970.");
        if (!wrong.isEmpty()) {
            throw new InvalidValues(wrong);
        }
        return new Statement(state, on.orElseThrow(), about, said, from.orElseThrow(), found, text);
    }

    private static boolean longer(String text, int most) {
        return text != null && text.length() > most;
    }

    private static void refuse(
            List<Violation> wrong, boolean refused, String field, String message) {
        if (refused) {
            wrong.add(new Violation(field, message));
        }
    }
}
