package io.mauntic.campaign.campaign.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at one field of the contact, by the operators of segment filters.
 *
 * @param field a contact field, {@code tags}, or {@code fields.} and the name of a custom field
 * @param values what to compare with: none for empty and notEmpty, several for in and notIn, one
 *     otherwise
 */
public record FieldCondition(String field, Operator operator, List<String> values)
        implements StepKind {

    @Override
    public String code() {
        return "contact.field";
    }

    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("field", field);
        properties.put("operator", operator.word());
        if (operator.takesList()) {
            properties.put("value", values);
        } else if (operator.takesValue()) {
            properties.put("value", values.getFirst());
        }
        return properties;
    }

    /**
     * Does it hold now?
     *
     * @param contact the contact as crm's contract shows it
     */
    public boolean holdsFor(Map<String, ?> contact) {
        Object value =
                field.startsWith(ContactFields.CUSTOM) ? custom(contact) : contact.get(field);
        return operator.holds(value, values);
    }

    private Object custom(Map<String, ?> contact) {
        return contact.get("fields") instanceof Map<?, ?> fields
                ? fields.get(field.substring(ContactFields.CUSTOM.length()))
                : null;
    }
}
