package io.mauntic.crm.contact.domain;

import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a visitor said of themselves, by the contact's field. Points, stage and tags are the
 * organization's judgement, never the visitor's word; an answer that does not fit its field is
 * passed over, so that the others are kept.
 */
public record FormAnswers(Map<String, String> byField) {

    public static final ContactDetails NOTHING =
            new ContactDetails(null, null, null, null, null, null, null, null, 0, null, null, null);

    private static final Set<String> JUDGED = Set.of("points", "stage", "tags");

    public Optional<String> email() {
        return EmailAddress.parse(byField.get("email")).map(EmailAddress::value);
    }

    public ContactDetails applyTo(ContactDetails details) {
        ContactDetails answered = details;
        for (Map.Entry<String, String> answer : byField.entrySet()) {
            if (answer.getValue() != null && !answer.getValue().isBlank()) {
                answered = apply(answered, answer.getKey(), answer.getValue());
            }
        }
        return answered;
    }

    private static ContactDetails apply(ContactDetails details, String field, String value) {
        try {
            if (JUDGED.contains(field)) {
                return details;
            }
            return ContactDetails.FIELDS.contains(field)
                    ? details.with(field, value)
                    : details.withCustom(field.replaceFirst("^fields\\.", ""), value);
        } catch (InvalidValues _) {
            return details;
        }
    }
}
