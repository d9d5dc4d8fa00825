package io.mauntic.crm.consent.history;

import io.mauntic.kernel.Channel;
import java.time.Instant;

/**
 * What a contact said of being written to.
 *
 * @param at when the contact said so, in microseconds at most
 * @param reference where the source can be found; null when nobody told
 * @param shown the text that was shown, word for word; null when nobody told
 */
record Statement(
        ConsentState state,
        Channel channel,
        Topic topic,
        Instant at,
        ConsentSource source,
        String reference,
        String shown) {}
