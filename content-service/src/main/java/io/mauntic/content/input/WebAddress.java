package io.mauntic.content.input;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An address of the web as a visitor or a marketer gives it: http or https, with a host, without a
 * password.
 */
public final class WebAddress {

    private static final int LONGEST = 2000;

    private WebAddress() {}

    /** The address, if it is one. A long query of a page is cut, since the page is what counts. */
    public static Optional<String> parse(String text) {
        if (text == null || text.length() > 16_384) {
            return Optional.empty();
        }
        String address = PlainText.line(text);
        int query = address.indexOf('?');
        if (address.length() > LONGEST && query > 0) {
            address = address.substring(0, query);
        }
        return isWeb(address) ? Optional.of(address) : Optional.empty();
    }

    private static boolean isWeb(String address) {
        if (address.length() > LONGEST) {
            return false;
        }
        try {
            // Browsers leave characters in a query that RFC 3986 forbids; what comes before it
            // decides.
            URI uri = new URI(address.split("[?#]", 2)[0].replace("|", "%7C").replace(" ", "%20"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
