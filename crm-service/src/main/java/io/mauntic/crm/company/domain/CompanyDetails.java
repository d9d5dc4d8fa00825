package io.mauntic.crm.company.domain;

import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of a company.
 *
 * @param website an http or https address
 */
public record CompanyDetails(
        String name, String website, String phone, String industry, String country, String city) {

    private static final Set<String> WEB = Set.of("http", "https");

    /**
     * @throws InvalidValues naming each value that a company cannot have
     */
    public CompanyDetails {
        List<Violation> violations = new ArrayList<>();
        name = text("name", name, 200, violations);
        website = text("website", website, 500, violations);
        phone = text("phone", phone, 50, violations);
        industry = text("industry", industry, 100, violations);
        country = text("country", country, 100, violations);
        city = text("city", city, 100, violations);
        if (name == null) {
            violations.add(new Violation("name", "A company needs a name."));
        }
        if (website != null && !isWebAddress(website)) {
            violations.add(
                    new Violation(
                            "website",
                            "This is not a web address. It looks like https://example.com."));
        }
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
    }

    private static String text(
            String field, String value, int longest, List<Violation> violations) {
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
