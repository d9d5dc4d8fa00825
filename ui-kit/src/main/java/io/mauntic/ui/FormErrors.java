package io.mauntic.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a submitted form, by field name, in the order in which it was found. */
public record FormErrors(Map<String, String> byField) {

    /** One field and the sentence that tells what is wrong with it. */
    public record FieldError(String field, String message) {}

    private static final FormErrors NONE = new FormErrors(Map.of());

    public static FormErrors none() {
        return NONE;
    }

    public static FormErrors of(String field, String message) {
        return NONE.with(field, message);
    }

    /** A copy with one more error; the first one of a field stays. */
    public FormErrors with(String field, String message) {
        var errors = new LinkedHashMap<>(byField);
        errors.putIfAbsent(field, message);
        return new FormErrors(errors);
    }

    /** The message of a field, or null when the field is right. */
    public String of(String field) {
        return byField.get(field);
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    /** The field that gets the focus, or null. */
    public String first() {
        return byField.keySet().stream().findFirst().orElse(null);
    }

    public List<FieldError> all() {
        return byField.entrySet().stream()
                .map(entry -> new FieldError(entry.getKey(), entry.getValue()))
                .toList();
    }
}
