package io.mauntic.messaging.email.interfaces.ui;

import io.mauntic.messaging.mail.ContactValues;
import io.mauntic.messaging.pages.MessagingMessages;
import java.util.ArrayList;
import java.util.List;

/**
 * A value that an author can put into an email.
 *
 * @param label for people
 * @param liquid what stands in the email for it
 */
public record InsertableValue(String label, String liquid) {

    static List<InsertableValue> all(MessagingMessages words) {
        List<InsertableValue> values = new ArrayList<>();
        values.add(
                new InsertableValue(
                        words.contactValue("firstname"),
                        "{{ contact.firstname | default: \"" + words.friend() + "\" }}"));
        ContactValues.NAMES.stream()
                .skip(1)
                .map(
                        name ->
                                new InsertableValue(
                                        words.contactValue(name), "{{ contact." + name + " }}"))
                .forEach(values::add);
        values.add(new InsertableValue(words.unsubscribeLink(), "{{ unsubscribe_url }}"));
        return List.copyOf(values);
    }

    /** What a new email begins with. */
    static String start(MessagingMessages words) {
        return "<h1>"
                + words.startGreeting(
                        "{{ contact.firstname | default: \"" + words.friend() + "\" }}")
                + "</h1>\n<p>"
                + words.startText()
                + "</p>\n<p><a href=\"{{ unsubscribe_url }}\">"
                + words.unsubscribeTitle()
                + "</a></p>";
    }
}
