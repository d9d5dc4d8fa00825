package io.mauntic.crm.contact.domain;

import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What values a contact may hold. Cleans what can be cleaned and gathers a violation for every
 * value that cannot.
 */
final class ContactRules {

    static final int MOST_POINTS = 1_000_000_000;
    private static final int MOST_TAGS = 100;
    private static final int MOST_CUSTOM_VALUES = 100;
    private static final int LONGEST_TAG = 100;
    private static final int LONGEST_CUSTOM_TEXT = 1_000;

    // People write extensions, slashes and dots; only what cannot be a number at all is refused.
    private static final Pattern PHONE =
            Pattern.compile(
                    "\\+?[0-9()/.\\s-]{3,40}(?:(?:ext\\.?|x|#)\\s?[0-9]{1,8})?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CUSTOM_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

    private final List<Violation> violations = new ArrayList<>();

    String text(String field, String value, int longest) {
        String cleaned = PlainText.clean(value);
        if (cleaned != null && cleaned.length() > longest) {
            refuse(field, "At most %d characters fit here.".formatted(longest));
        }
        return cleaned;
    }

    String email(String value) {
        String cleaned = text("email", value, 254);
        if (cleaned == null) {
            return null;
        }
        return EmailAddress.parse(cleaned)
                .map(EmailAddress::value)
                .orElseGet(
                        () -> {
                            refuse(
                                    "email",
                                    "This is not an email address. It looks like name@example.com.");
                            return cleaned;
                        });
    }

    String phone(String value) {
        String cleaned = text("phone", value, 50);
        if (cleaned != null
                && (!PHONE.matcher(cleaned).matches()
                        || cleaned.chars().filter(Character::isDigit).count() < 3)) {
            refuse("phone", "This is not a phone number. It looks like +49 30 1234567.");
        }
        return cleaned;
    }

    int points(int value) {
        if (Math.abs((long) value) > MOST_POINTS) {
            refuse("points", "Points go from -1,000,000,000 to 1,000,000,000.");
        }
        return value;
    }

    SortedSet<String> tags(Collection<String> values, SortedSet<String> before) {
        SortedSet<String> tags = new TreeSet<>();
        for (String value : values == null ? List.<String>of() : values) {
            String tag =
                    value != null && before.contains(value)
                            ? value
                            : text("tags", value, LONGEST_TAG);
            if (tag != null) {
                tags.add(tag);
            }
        }
        if (tags.size() > Math.max(MOST_TAGS, before.size())) {
            refuse("tags", "A contact has at most 100 tags.");
        }
        return Collections.unmodifiableSortedSet(tags);
    }

    SortedMap<String, Object> customValues(
            SortedMap<String, Object> values, SortedMap<String, Object> before) {
        SortedMap<String, Object> custom = new TreeMap<>();
        values.forEach(
                (name, value) -> {
                    if (value != null && value.equals(before.get(name))) {
                        custom.put(name, value);
                    } else if (!CUSTOM_NAME.matcher(name).matches()) {
                        refuse(
                                "fields",
                                "A field's name begins with a letter and has only letters, digits and underscores.");
                    } else {
                        Object kept = customValue("fields." + name, value);
                        if (kept != null) {
                            custom.put(name, kept);
                        }
                    }
                });
        if (custom.size() > Math.max(MOST_CUSTOM_VALUES, before.size())) {
            refuse("fields", "A contact has at most 100 custom values.");
        }
        return Collections.unmodifiableSortedMap(custom);
    }

    void refuseViolations() {
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
    }

    private Object customValue(String field, Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text(field, text, LONGEST_CUSTOM_TEXT);
            case Number number -> number;
            case Boolean bool -> bool;
            default -> {
                refuse(field, "A custom value is text, a number, true or false.");
                yield null;
            }
        };
    }

    private void refuse(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
