package io.mauntic.crm.contact.domain;

import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a visitor said of themselves, by the contact's field. Points, stage and tags are the
 * organization's judgement, never the visitor's word; an answer that does not fit its field is
 * passed over, so that the others are kept.
 */
public record FormAnswers(Map<String, String> byField) {

    public static final ContactDetails NOTHING =
            new ContactDetails(null, null, null, null, null, null, null, null, 0, null, null, null);

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
            return with(details, field, value);
        } catch (InvalidValues _) {
            return details;
        }
    }

    private static ContactDetails with(ContactDetails d, String field, String value) {
        return new ContactDetails(
                field.equals("firstname") ? value : d.firstname(),
                field.equals("lastname") ? value : d.lastname(),
                field.equals("email") ? value : d.email(),
                field.equals("phone") ? value : d.phone(),
                field.equals("company") ? value : d.company(),
                field.equals("position") ? value : d.position(),
                field.equals("country") ? value : d.country(),
                field.equals("city") ? value : d.city(),
                d.points(),
                d.stage(),
                d.tags(),
                ContactDetails.FIELDS.contains(field) ? d.fields() : withCustom(d, field, value));
    }

    private static TreeMap<String, Object> withCustom(
            ContactDetails details, String field, String value) {
        TreeMap<String, Object> custom = new TreeMap<>(details.fields());
        custom.put(
                field.startsWith("fields.") ? field.substring("fields.".length()) : field, value);
        return custom;
    }
}
