package io.mauntic.kit.organization;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What an organization is. A newer service may tell more than this one knows, an older one less:
 * what is not known is passed over, what is missing has its default.
 *
 * @param timeZone of the IANA database
 * @param language ISO 639-1
 * @param currency ISO 4217
 * @param postalAddress in lines, or null when none is set
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        String timeZone,
        String language,
        String currency,
        Brand brand,
        String postalAddress,
        Sender sender,
        Retention retention) {

    public static final Settings DEFAULT = new Settings(null, null, null, null, null, null, null);

    public Settings {
        timeZone = Objects.requireNonNullElse(timeZone, "UTC");
        language = Objects.requireNonNullElse(language, "en");
        currency = Objects.requireNonNullElse(currency, "USD");
        brand = Objects.requireNonNullElse(brand, Brand.DEFAULT);
        sender = Objects.requireNonNullElse(sender, Sender.NONE);
        retention = Objects.requireNonNullElse(retention, Retention.DEFAULT);
    }

    /** Where the organization's days begin and end. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
