package io.mauntic.messaging.bounce;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a delivery status notification says of one recipient (RFC 3464, section 2.3).
 *
 * @param action in lower case; empty when it is missing
 * @param status an enhanced status code (RFC 3463), such as 5.1.1; empty when there is none
 * @param diagnostic the mail server's own words; may be empty
 */
record DeliveryStatus(String action, String status, String diagnostic) {

    private static final Pattern CODE = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final int LONGEST_REASON = 500;

    static DeliveryStatus of(Map<String, String> fields) {
        String diagnostic =
                fields.getOrDefault("diagnostic-code", "")
                        .replaceFirst("^\\s*[\\w-]+\\s*;", "")
                        .replaceAll("[\\p{Cntrl}\\s]+", " ")
                        .strip();
        String status = code(fields.getOrDefault("status", ""));
        return new DeliveryStatus(
                fields.getOrDefault("action", "").strip().toLowerCase(Locale.ROOT),
                status.isEmpty() ? code(diagnostic) : status,
                diagnostic);
    }

    private static String code(String text) {
        Matcher code = CODE.matcher(text);
        return code.find() ? code.group() : "";
    }

    ReturnedMail meaning() {
        return switch (action) {
            case "failed" -> new ReturnedMail.Failed(isHard(), reason());
            case "delayed" -> new ReturnedMail.Delayed(reason());
            case "" -> withoutAction();
            default -> new ReturnedMail.Other();
        };
    }

    private ReturnedMail withoutAction() {
        return status.startsWith("5")
                ? new ReturnedMail.Failed(isHard(), reason())
                : status.startsWith("4")
                        ? new ReturnedMail.Delayed(reason())
                        : new ReturnedMail.Other();
    }

    /**
     * A mail refused for its content (5.6) or by a policy (5.7) says nothing of the mailbox: it
     * bounces softly, as it does when it is refused at once.
     */
    private boolean isHard() {
        return status.startsWith("5.") && !status.startsWith("5.6.") && !status.startsWith("5.7.");
    }

    private String reason() {
        String words = StatusWords.of(status);
        String all =
                diagnostic.isEmpty()
                        ? (status + " " + words).strip()
                        : words + (words.isEmpty() ? "" : ": ") + diagnostic;
        return all.substring(0, Math.min(all.length(), LONGEST_REASON));
    }
}
