package io.mauntic.campaign.campaign.domain;

import java.util.List;
import java.util.regex.Pattern;

/** The fields of a contact that a condition can look at. */
public final class ContactFields {

    static final String CUSTOM = "fields.";

    /** The fields that every contact has, as crm calls them. */
    public static final List<String> STANDARD =
            List.of(
                    "firstname",
                    "lastname",
                    "email",
                    "phone",
                    "company",
                    "position",
                    "country",
                    "city",
                    "stage",
                    "points",
                    "tags",
                    "createdAt");

    private static final Pattern CUSTOM_NAME =
            Pattern.compile("fields\\.[A-Za-z][A-Za-z0-9_]{0,63}");

    private ContactFields() {}

    static boolean exists(String field) {
        return STANDARD.contains(field) || CUSTOM_NAME.matcher(field).matches();
    }

    static boolean fits(String field, Operator operator) {
        return switch (field) {
            case "tags" -> !operator.comparesOrder() && !operator.comparesPartOfText();
            case "points", "createdAt" -> !operator.comparesPartOfText();
            default -> field.startsWith(CUSTOM) || !operator.comparesOrder();
        };
    }

    static boolean isNumber(String field) {
        return field.equals("points");
    }
}
