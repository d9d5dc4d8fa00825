package io.mauntic.crm.contact.interfaces.ui;

import java.util.Locale;

/**
 * A kind of entry that a timeline can be narrowed to.
 *
 * @param name the event's name, as EmailOpened
 * @param label the same in words, as Email opened
 */
public record TimelineType(String name, String label) {

    static TimelineType of(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return new TimelineType(
                name, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}
