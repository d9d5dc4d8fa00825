package io.mauntic.ui;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.Variant;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;

/** Numbers and times as people of the page's language write them. */
@TemplateExtension
public final class Formats {

    // A number in French beside a word in English confuses, so both follow the bundles that exist.
    private static final Set<String> WITH_WORDS = Set.of("en", "de");

    private Formats() {}

    /** {@code 12,345}. */
    static String grouped(Number number, @TemplateAttribute("selectedVariant") Object variant) {
        return NumberFormat.getInstance(localeOf(variant)).format(number);
    }

    // Qute's check of templates does not box: a checked template with a long needs one of its own.
    static String grouped(long number, @TemplateAttribute("selectedVariant") Object variant) {
        return grouped((Number) number, variant);
    }

    static String grouped(int number, @TemplateAttribute("selectedVariant") Object variant) {
        return grouped((Number) number, variant);
    }

    /** A fraction as per cent with one decimal: {@code 0.123} is {@code 12.3%}. */
    static String percent(Number fraction, @TemplateAttribute("selectedVariant") Object variant) {
        var format = NumberFormat.getPercentInstance(localeOf(variant));
        format.setMaximumFractionDigits(1);
        return format.format(fraction);
    }

    static String percent(double fraction, @TemplateAttribute("selectedVariant") Object variant) {
        return percent((Number) fraction, variant);
    }

    /** Exact, in UTC: what is read without scripts. */
    static String exact(Instant instant, @TemplateAttribute("selectedVariant") Object variant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(localeOf(variant))
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }

    static String exact(OffsetDateTime time, @TemplateAttribute("selectedVariant") Object variant) {
        return exact(time.toInstant(), variant);
    }

    /** {@code 21 Nov 2026} in the page's language. */
    static String date(LocalDate date, @TemplateAttribute("selectedVariant") Object variant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(localeOf(variant))
                .format(date);
    }

    // Accept-Language as quarkus-rest-qute hands it on; the message bundles read the same
    // attribute.
    private static Locale localeOf(Object variant) {
        if (variant instanceof Variant selected
                && selected.getLocale() != null
                && WITH_WORDS.contains(selected.getLocale().getLanguage())) {
            return selected.getLocale();
        }
        return Locale.ENGLISH;
    }
}
