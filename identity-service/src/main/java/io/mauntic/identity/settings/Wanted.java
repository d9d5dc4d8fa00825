package io.mauntic.identity.settings;

import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.organization.Brand;
import io.mauntic.kit.organization.Retention;
import io.mauntic.kit.organization.Sender;
import io.mauntic.kit.organization.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody wants the settings to be: tidied, and refused with every field that is wrong. */
final class Wanted {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_NAME = 100;
    private static final int TEN_YEARS = 120;
    private static final int THREE_YEARS = 36;

    private final List<Violation> violations = new ArrayList<>();

    private Wanted() {}

    /**
     * @throws InvalidValues naming the fields as the contract does, such as {@code brand.textColor}
     */
    static Settings checked(Settings typed) {
        Wanted wanted = new Wanted();
        Settings tidy =
                new Settings(
                        wanted.known(
                                "timeZone",
                                Choices.TIME_ZONES,
                                typed.timeZone(),
                                "Choose a time zone of the list, such as Europe/Berlin."),
                        wanted.known(
                                "language",
                                Choices.LANGUAGES,
                                typed.language(),
                                "Choose a language of the list, such as en."),
                        wanted.known(
                                "currency",
                                Choices.CURRENCIES,
                                typed.currency(),
                                "Choose a currency of the list, such as EUR."),
                        wanted.brand(typed.brand()),
                        wanted.postalAddress(typed.postalAddress()),
                        wanted.sender(typed.sender()),
                        wanted.retention(typed.retention()));
        if (!wanted.violations.isEmpty()) {
            throw new InvalidValues(wanted.violations);
        }
        return tidy;
    }

    private Brand brand(Brand brand) {
        return new Brand(
                color("brand.primaryColor", brand.primaryColor()),
                color("brand.textColor", brand.textColor()),
                color("brand.backgroundColor", brand.backgroundColor()),
                known("brand.font", Choices.FONTS, brand.font(), "Choose a font of the list."));
    }

    private String color(String field, String typed) {
        String color = typed.strip().toLowerCase(Locale.ROOT);
        check(
                COLOR.matcher(color).matches(),
                field,
                "Enter a colour as # and six digits from 0 to f, such as #0059a9.");
        return color;
    }

    private String postalAddress(String typed) {
        String address = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        check(
                address.length() <= LONGEST_ADDRESS
                        && address.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'),
                "postalAddress",
                "Enter an address of at most 500 characters.");
        return orNull(address);
    }

    /** Names and addresses stand in the head of a mail, on one line. */
    private Sender sender(Sender typed) {
        String name = typed.name() == null ? "" : typed.name().strip();
        check(
                name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl),
                "sender.name",
                "Enter a name of at most 100 characters.");
        String address = typed.address() == null ? "" : typed.address().strip();
        check(
                address.isEmpty() || EmailAddress.parse(address).isPresent(),
                "sender.address",
                "Enter an address like news@example.org.");
        return new Sender(
                orNull(name),
                EmailAddress.parse(address).map(EmailAddress::value).orElse(orNull(address)));
    }

    private Retention retention(Retention typed) {
        return new Retention(
                months("retention.timelineMonths", typed.timelineMonths(), TEN_YEARS),
                months("retention.deliveriesMonths", typed.deliveriesMonths(), TEN_YEARS),
                months("retention.logsMonths", typed.logsMonths(), THREE_YEARS));
    }

    private int months(String field, int months, int most) {
        check(
                months >= 1 && months <= most,
                field,
                "Enter a number of months from 1 to %d.".formatted(most));
        return months;
    }

    private String known(String field, List<String> known, String typed, String sentence) {
        check(known.contains(typed), field, sentence);
        return typed;
    }

    private void check(boolean right, String field, String sentence) {
        if (!right) {
            violations.add(new Violation(field, sentence));
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
