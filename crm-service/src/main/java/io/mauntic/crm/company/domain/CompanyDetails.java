package io.mauntic.crm.company.domain;

import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of a company. What is stored is trusted; what comes in is {@link #checked}, or
 * {@link #checkedSince} what is there.
 *
 * @param website an http or https address
 */
public record CompanyDetails(
        String name, String website, String phone, String industry, String country, String city) {

    private static final Set<String> WEB = Set.of("http", "https");

    private static final CompanyDetails NOTHING =
            new CompanyDetails(null, null, null, null, null, null);

    /**
     * Cleaned, with every value held against the rules.
     *
     * @throws InvalidValues naming each value that a company cannot have
     */
    public CompanyDetails checked() {
        return checkedSince(NOTHING);
    }

    /**
     * Cleaned, with every value held against the rules that is another one than before.
     *
     * @throws InvalidValues naming each new value that a company cannot have
     */
    public CompanyDetails checkedSince(CompanyDetails before) {
        List<Violation> violations = new ArrayList<>();
        CompanyDetails checked =
                new CompanyDetails(
                        text("name", name, before.name, 200, violations),
                        text("website", website, before.website, 500, violations),
                        text("phone", phone, before.phone, 50, violations),
                        text("industry", industry, before.industry, 100, violations),
                        text("country", country, before.country, 100, violations),
                        text("city", city, before.city, 100, violations));
        if (checked.name == null) {
            violations.add(new Violation("name", "A company needs a name."));
        }
        if (checked.website != null
                && !checked.website.equals(before.website)
                && !isWebAddress(checked.website)) {
            violations.add(
                    new Violation(
                            "website",
                            "This is not a web address. It looks like https://example.com."));
        }
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
        return checked;
    }

    private static String text(
            String field, String value, String before, int longest, List<Violation> violations) {
        if (Objects.equals(value, before)) {
            return value;
        }
        String cleaned = PlainText.clean(value);
        if (cleaned != null && cleaned.length() > longest) {
            violations.add(
                    new Violation(field, "At most %d characters fit here.".formatted(longest)));
        }
        return cleaned;
    }

    // It becomes a link on a page: javascript: and its like must not.
    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getScheme() != null
                    && WEB.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
