package io.mauntic.identity.settings;

import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.pages.Choice;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The choices in the reader's language. */
record ChoiceWords(IdentityMessages words, Instant now) {

    List<Choice> timeZones(String chosen) {
        return choices(Choices.TIME_ZONES, chosen, this::zone);
    }

    List<Choice> languages(String chosen) {
        Locale reader = reader();
        return choices(
                        Choices.LANGUAGES,
                        chosen,
                        code -> Locale.of(code).getDisplayLanguage(reader))
                .stream()
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    List<Choice> currencies(String chosen) {
        Locale reader = reader();
        return choices(
                Choices.CURRENCIES,
                chosen,
                code -> code + " · " + Currency.getInstance(code).getDisplayName(reader));
    }

    List<Choice> fonts(String chosen) {
        return choices(
                Choices.FONTS,
                chosen,
                key ->
                        key.equals("sans")
                                ? words.fontSans()
                                : FONT_NAMES.get(Choices.FONTS.indexOf(key)));
    }

    private static final List<String> FONT_NAMES =
            List.of(
                    "",
                    "Arial",
                    "Verdana",
                    "Tahoma",
                    "Trebuchet MS",
                    "Georgia",
                    "Times New Roman",
                    "Courier New");

    private String zone(String id) {
        ZoneOffset offset = ZoneId.of(id).getRules().getOffset(now);
        return "%s (UTC%s)"
                .formatted(
                        id.replace('_', ' '), offset.equals(ZoneOffset.UTC) ? "" : offset.getId());
    }

    private Locale reader() {
        return Locale.forLanguageTag(words.language());
    }

    private static List<Choice> choices(
            List<String> values, String chosen, UnaryOperator<String> label) {
        return values.stream()
                .map(value -> new Choice(value, label.apply(value), value.equals(chosen)))
                .toList();
    }
}
