package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.kernel.InvalidValues;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A contact as people type it.
 *
 * @param values by field; custom ones as {@code fields.<name>}
 */
public record ContactForm(Map<String, String> values, List<String> tags) {

    private static final String CUSTOM = "fields.";

    /** One input for a custom value. */
    public record Custom(String field, String name, String value) {}

    static ContactForm empty() {
        return new ContactForm(Map.of(), List.of());
    }

    static ContactForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.keySet().forEach(name -> values.put(name, sent.getFirst(name)));
        return new ContactForm(values, sent.getOrDefault("tags", List.of()));
    }

    static ContactForm of(Contact contact) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("firstname", contact.getFirstname());
        values.put("lastname", contact.getLastname());
        values.put("email", contact.getEmail());
        values.put("phone", contact.getPhone());
        values.put("company", contact.getCompany());
        values.put("position", contact.getPosition());
        values.put("country", contact.getCountry());
        values.put("city", contact.getCity());
        values.put("points", contact.getPoints().toString());
        values.put("stage", contact.getStage());
        ContactView.custom(contact)
                .forEach(custom -> values.put(CUSTOM + custom.name(), custom.value()));
        return new ContactForm(values, contact.getTags());
    }

    public String value(String field) {
        return values.get(field);
    }

    public List<Custom> custom() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(CUSTOM))
                .map(
                        entry ->
                                new Custom(
                                        entry.getKey(),
                                        entry.getKey().substring(CUSTOM.length()),
                                        entry.getValue()))
                .toList();
    }

    /**
     * As it was typed, unchecked.
     *
     * @throws InvalidValues when the points are no number
     */
    ContactDetails details(ContactDetails before) {
        return new ContactDetails(
                value("firstname"),
                value("lastname"),
                value("email"),
                value("phone"),
                value("company"),
                value("position"),
                value("country"),
                value("city"),
                points(),
                value("stage"),
                new TreeSet<>(tags),
                customValues(before));
    }

    private int points() {
        String points = value("points");
        try {
            return points == null || points.isBlank() ? 0 : Integer.parseInt(points.strip());
        } catch (NumberFormatException notANumber) {
            throw new InvalidValues("points", "Points are a whole number, such as 25.");
        }
    }

    private SortedMap<String, Object> customValues(ContactDetails before) {
        SortedMap<String, Object> custom = new TreeMap<>();
        custom().forEach(
                        typed ->
                                custom.put(
                                        typed.name(),
                                        like(before.fields().get(typed.name()), typed.value())));
        String newName = value("newName");
        if (newName != null && !newName.isBlank()) {
            custom.put(newName.strip(), value("newValue"));
        }
        return custom;
    }

    // A page sends text; what was a number or a yes stays one as long as it reads like one.
    private static Object like(Object before, String text) {
        return switch (before) {
            case Boolean _ when text.equals("true") || text.equals("false") ->
                    Boolean.valueOf(text);
            case Number number when number.toString().equals(text) -> number;
            case Number _ when text.matches("-?\\d{1,15}(\\.\\d{1,10})?") -> new BigDecimal(text);
            case null, default -> text;
        };
    }
}
