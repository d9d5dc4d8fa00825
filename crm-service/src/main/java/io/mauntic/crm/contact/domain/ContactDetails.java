package io.mauntic.crm.contact.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What is known of a contact. What is stored is trusted; what comes in by any way is {@link
 * #checked}, or {@link #checkedSince} what is there, so that a rule that was tightened keeps nobody
 * from editing.
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

    public ContactDetails {
        tags = Collections.unmodifiableSortedSet(tags == null ? new TreeSet<>() : tags);
        fields = Collections.unmodifiableSortedMap(fields == null ? new TreeMap<>() : fields);
    }

    /**
     * Cleaned, with every value held against the rules.
     *
     * @throws io.mauntic.kernel.InvalidValues naming each value that a contact cannot hold
     */
    public ContactDetails checked() {
        return checkedSince(FormAnswers.NOTHING);
    }

    /**
     * Cleaned, with every value held against the rules that is another one than before.
     *
     * @throws io.mauntic.kernel.InvalidValues naming each new value that a contact cannot hold
     */
    public ContactDetails checkedSince(ContactDetails before) {
        ContactRules rules = new ContactRules();
        ContactDetails checked =
                new ContactDetails(
                        kept(
                                firstname,
                                before.firstname,
                                text -> rules.text("firstname", text, 100)),
                        kept(lastname, before.lastname, text -> rules.text("lastname", text, 100)),
                        kept(email, before.email, rules::email),
                        kept(phone, before.phone, rules::phone),
                        kept(company, before.company, text -> rules.text("company", text, 200)),
                        kept(position, before.position, text -> rules.text("position", text, 200)),
                        kept(country, before.country, text -> rules.text("country", text, 100)),
                        kept(city, before.city, text -> rules.text("city", text, 100)),
                        kept(points, before.points, rules::points),
                        kept(stage, before.stage, text -> rules.text("stage", text, 100)),
                        rules.tags(tags, before.tags),
                        rules.customValues(fields, before.fields));
        rules.refuseViolations();
        return checked;
    }

    private static <T> T kept(T value, T before, UnaryOperator<T> rule) {
        return Objects.equals(value, before) ? value : rule.apply(value);
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
                        fields)
                .checkedSince(this);
    }

    /**
     * With another custom value.
     *
     * @throws io.mauntic.kernel.InvalidValues when a contact cannot hold it
     */
    public ContactDetails withCustom(String name, Object value) {
        SortedMap<String, Object> custom = new TreeMap<>(fields);
        custom.put(name, value);
        return new ContactDetails(
                        firstname, lastname, email, phone, company, position, country, city, points,
                        stage, tags, custom)
                .checkedSince(this);
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
