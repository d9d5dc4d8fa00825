package io.mauntic.integrations.webhook.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The address of a receiver, in parts. Where it leads is checked by who connects. */
public record WebhookUrl(boolean secure, String host, int port, String target) {

    private static final int LONGEST = 2000;

    /** What is wrong with an address, in a sentence; nothing when it is good. */
    public static Optional<String> problem(String url) {
        if (url.isEmpty()) {
            return Optional.of("Please enter the address that events are sent to.");
        }
        if (url.length() > LONGEST) {
            return Optional.of("The address has more than 2,000 characters.");
        }
        return parse(url).isPresent()
                ? Optional.empty()
                : Optional.of("Please enter a full address such as https://example.com/hook.");
    }

    /** The parts of an http or https address with a host, without a password. */
    public static Optional<WebhookUrl> parse(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https");
            if (!secure && !scheme.equals("http")
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getPort() == 0
                    || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(
                    new WebhookUrl(
                            secure,
                            uri.getHost(),
                            port,
                            uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** The host without the brackets that an IPv6 address has in an address of the web. */
    public String hostToResolve() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
