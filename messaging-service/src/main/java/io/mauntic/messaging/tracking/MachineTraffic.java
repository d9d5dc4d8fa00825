package io.mauntic.messaging.tracking;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Tells scanners, prefetching proxies and robots from people: they are counted apart, and
 * automation follows people. Gmail's and Yahoo's image proxies count as people, because they fetch
 * when somebody opens the mail.
 */
final class MachineTraffic {

    /** Within this time of the sending, security gateways follow the links of a mail. */
    static final Duration TOO_FAST = Duration.ofSeconds(2);

    private static final Pattern AGENT =
            Pattern.compile(
                    "bot\\b|bot/|crawler|spider|scanner|slurp|preview|barracuda|mimecast|proofpoint|symantec|trend ?micro|fireeye|forcepoint|zscaler"
                            + "|safelinks|bingpreview",
                    Pattern.CASE_INSENSITIVE);

    private MachineTraffic() {}

    /**
     * Whether an opening or a click is a machine's.
     *
     * @param purpose the headers Purpose, Sec-Purpose and X-Purpose of the request, joined
     */
    static boolean isMachine(String method, String userAgent, String purpose) {
        return !(method.equals("GET") || method.equals("POST"))
                || userAgent == null
                || userAgent.isBlank()
                || userAgent.strip().equals("Mozilla/5.0")
                || AGENT.matcher(userAgent).find()
                || purpose.contains("prefetch")
                || purpose.contains("preview");
    }
}
