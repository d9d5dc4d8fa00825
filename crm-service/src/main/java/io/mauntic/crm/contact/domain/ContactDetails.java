package io.mauntic.crm.contact.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of a contact: cleaned, and refused as a whole with every violation named.
 *
 * @param email in lower case; one contact an organization has it
 * @param tags by name
 * @param fields custom values by name: text, numbers, true and false
 */
public record ContactDetails(
        String firstname,
        String lastname,
        String email,
        String phone,
        String company,
        String position,
        String country,
        String city,
        int points,
        String stage,
        SortedSet<String> tags,
        SortedMap<String, Object> fields) {

    /** The names of all that every contact has; every other name is a custom one. */
    public static final Set<String> FIELDS =
            Set.of(
                    "firstname",
                    "lastname",
                    "email",
                    "phone",
                    "company",
                    "position",
                    "country",
                    "city",
                    "points",
                    "stage",
                    "tags");

    /**
     * @throws io.mauntic.kernel.InvalidValues naming each value that a contact cannot hold
     */
    public ContactDetails {
        ContactRules rules = new ContactRules();
        firstname = rules.text("firstname", firstname, 100);
        lastname = rules.text("lastname", lastname, 100);
        email = rules.email(email);
        phone = rules.phone(phone);
        company = rules.text("company", company, 200);
        position = rules.text("position", position, 200);
        country = rules.text("country", country, 100);
        city = rules.text("city", city, 100);
        points = rules.points(points);
        stage = rules.text("stage", stage, 100);
        tags = rules.tags(tags);
        fields = rules.customValues(fields);
        rules.refuseViolations();
    }

    /**
     * Its plain values by the names that events, filters and forms use; custom ones as {@code
     * fields.<name>}, empty ones as null.
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("firstname", firstname);
        values.put("lastname", lastname);
        values.put("email", email);
        values.put("phone", phone);
        values.put("company", company);
        values.put("position", position);
        values.put("country", country);
        values.put("city", city);
        fields.forEach((name, value) -> values.put("fields." + name, value));
        return values;
    }

    /**
     * With another text in one of the fields that hold plain text, or in the stage.
     *
     * @throws io.mauntic.kernel.InvalidValues when the field cannot hold it
     */
    public ContactDetails with(String field, String text) {
        return new ContactDetails(
                field.equals("firstname") ? text : firstname,
                field.equals("lastname") ? text : lastname,
                field.equals("email") ? text : email,
                field.equals("phone") ? text : phone,
                field.equals("company") ? text : company,
                field.equals("position") ? text : position,
                field.equals("country") ? text : country,
                field.equals("city") ? text : city,
                points,
                field.equals("stage") ? text : stage,
                tags,
                fields);
    }

    /** With another custom value. */
    public ContactDetails withCustom(String name, Object value) {
        SortedMap<String, Object> custom = new TreeMap<>(fields);
        custom.put(name, value);
        return new ContactDetails(
                firstname, lastname, email, phone, company, position, country, city, points, stage,
                tags, custom);
    }

    /** The plain values that differ in the other details, as they are there. */
    Map<String, Object> changedIn(ContactDetails other) {
        Map<String, Object> before = values();
        Map<String, Object> after = other.values();
        Map<String, Object> changed = new LinkedHashMap<>();
        after.forEach(
                (name, value) -> {
                    if (!Objects.equals(before.get(name), value)) {
                        changed.put(name, value);
                    }
                });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> changed.put(name, null));
        return changed;
    }

    SortedSet<String> tagsNotIn(Collection<String> others) {
        SortedSet<String> missing = new TreeSet<>(tags);
        missing.removeAll(others);
        return missing;
    }
}
