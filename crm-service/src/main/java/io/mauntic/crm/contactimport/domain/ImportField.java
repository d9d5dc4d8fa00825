package io.mauntic.crm.contactimport.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column can become: one of the contact's own fields, or {@code fields.<name>}.
 *
 * @param name as the contract and the events write it
 */
public record ImportField(String name) {

    public static final List<String> OWN =
            List.of(
                    "email",
                    "firstname",
                    "lastname",
                    "phone",
                    "company",
                    "position",
                    "city",
                    "country",
                    "points",
                    "stage",
                    "tags");

    public static final ImportField EMAIL = new ImportField("email");

    private static final String CUSTOM = "fields.";
    private static final Pattern CUSTOM_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

    public ImportField {
        if (!known(name)) {
            throw new IllegalArgumentException("No field of a contact: " + name);
        }
    }

    public static Optional<ImportField> of(String name) {
        return known(name) ? Optional.of(new ImportField(name)) : Optional.empty();
    }

    public static ImportField custom(String key) {
        return new ImportField(CUSTOM + key);
    }

    /** The name under {@code fields}; empty for the contact's own fields. */
    public Optional<String> customKey() {
        return name.startsWith(CUSTOM)
                ? Optional.of(name.substring(CUSTOM.length()))
                : Optional.empty();
    }

    private static boolean known(String name) {
        return OWN.contains(name)
                || (name.startsWith(CUSTOM)
                        && CUSTOM_NAME.matcher(name.substring(CUSTOM.length())).matches());
    }
}
