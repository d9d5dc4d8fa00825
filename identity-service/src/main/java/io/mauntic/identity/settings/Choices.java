package io.mauntic.identity.settings;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What an organization can choose from. */
final class Choices {

    private static final Set<String> REGIONS =
            Set.of(
                    "Africa",
                    "America",
                    "Antarctica",
                    "Arctic",
                    "Asia",
                    "Atlantic",
                    "Australia",
                    "Europe",
                    "Indian",
                    "Pacific");

    /** Zones of places, and UTC: abbreviations and offsets know no daylight saving. */
    static final List<String> TIME_ZONES =
            Stream.concat(
                            Stream.of("UTC"),
                            ZoneId.getAvailableZoneIds().stream()
                                    .filter(id -> REGIONS.contains(id.split("/")[0]))
                                    .sorted())
                    .toList();

    /** ISO 639-1. */
    static final List<String> LANGUAGES = Stream.of(Locale.getISOLanguages()).sorted().toList();

    /** ISO 4217, those that people pay with: metals and test codes have no cents. */
    static final List<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .map(Currency::getCurrencyCode)
                    .sorted()
                    .toList();

    static final List<String> FONTS =
            List.of(
                    "sans",
                    "arial",
                    "verdana",
                    "tahoma",
                    "trebuchet",
                    "georgia",
                    "times",
                    "courier");

    private Choices() {}
}
