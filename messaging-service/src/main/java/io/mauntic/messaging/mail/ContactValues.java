package io.mauntic.messaging.mail;

import io.mauntic.contracts.crm.model.Contact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Liquid sees of a contact: texts, numbers, booleans and lists of them. */
public final class ContactValues {

    /** In the order in which an editor offers them. */
    public static final List<String> NAMES =
            List.of(
                    "firstname",
                    "lastname",
                    "email",
                    "phone",
                    "company",
                    "position",
                    "city",
                    "country",
                    "stage",
                    "points",
                    "tags");

    private ContactValues() {}

    public static Map<String, Object> of(Contact contact) {
        Map<String, Object> values = new HashMap<>();
        put(values, "id", contact.getId());
        put(values, "firstname", contact.getFirstname());
        put(values, "lastname", contact.getLastname());
        put(values, "email", contact.getEmail());
        put(values, "phone", contact.getPhone());
        put(values, "company", contact.getCompany());
        put(values, "position", contact.getPosition());
        put(values, "country", contact.getCountry());
        put(values, "city", contact.getCity());
        put(values, "points", contact.getPoints());
        put(values, "stage", contact.getStage());
        put(values, "tags", contact.getTags());
        Map<String, Object> fields = new HashMap<>();
        contact.getFields().forEach((name, value) -> put(fields, name, value));
        values.put("fields", fields);
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        switch (value) {
            case null -> {}
            case String _, Number _, Boolean _ -> values.put(name, value);
            case Collection<?> list ->
                    values.put(name, list.stream().map(String::valueOf).toList());
            default -> values.put(name, value.toString());
        }
    }
}
