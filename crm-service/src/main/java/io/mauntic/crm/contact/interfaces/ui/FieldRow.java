package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.contracts.crm.model.Contact;
import java.util.List;

/**
 * One of a contact's essentials, shown or being edited in place.
 *
 * @param type of its input
 * @param error why what was typed cannot be, or null
 */
public record FieldRow(
        long contactId,
        String name,
        String label,
        String type,
        String value,
        boolean editing,
        String error,
        boolean editable) {

    static final List<String> NAMES =
            List.of(
                    "firstname",
                    "lastname",
                    "email",
                    "phone",
                    "company",
                    "position",
                    "city",
                    "country",
                    "stage");

    static List<FieldRow> of(Contact contact, ContactMessages words, boolean editable) {
        ContactForm form = ContactForm.of(contact);
        return NAMES.stream()
                .map(name -> of(contact.getId(), name, form.value(name), words, editable))
                .toList();
    }

    static FieldRow of(
            long contactId, String name, String value, ContactMessages words, boolean editable) {
        return new FieldRow(
                contactId, name, label(name, words), type(name), value, false, null, editable);
    }

    FieldRow inEditing() {
        return new FieldRow(contactId, name, label, type, value, true, error, editable);
    }

    FieldRow refused(String typed, String sentence) {
        return new FieldRow(contactId, name, label, type, typed, true, sentence, editable);
    }

    private static String type(String name) {
        return switch (name) {
            case "email" -> "email";
            case "phone" -> "tel";
            default -> "text";
        };
    }

    private static String label(String name, ContactMessages words) {
        return switch (name) {
            case "firstname" -> words.firstname();
            case "lastname" -> words.lastname();
            case "email" -> words.email();
            case "phone" -> words.phone();
            case "company" -> words.company();
            case "position" -> words.position();
            case "city" -> words.city();
            case "country" -> words.country();
            default -> words.stage();
        };
    }
}
