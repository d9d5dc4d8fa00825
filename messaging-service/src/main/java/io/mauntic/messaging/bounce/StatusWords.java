package io.mauntic.messaging.bounce;

import java.util.Map;

/** Enhanced status codes (RFC 3463) as a marketer says them. */
final class StatusWords {

    private static final Map<String, String> EXACTLY =
            Map.ofEntries(
                    Map.entry("1.1", "The mailbox does not exist"),
                    Map.entry("1.2", "The domain does not exist"),
                    Map.entry("1.3", "The address is not valid"),
                    Map.entry("1.6", "The mailbox has moved"),
                    Map.entry("1.10", "The domain takes no mail"),
                    Map.entry("2.1", "The mailbox is disabled"),
                    Map.entry("2.2", "The mailbox is full"),
                    Map.entry("2.3", "The mail is too large"),
                    Map.entry("3.4", "The mail is too large"),
                    Map.entry("4.1", "The mail server does not answer"),
                    Map.entry("4.4", "The mail server could not be found"),
                    Map.entry("4.7", "The mail could not be delivered in time"),
                    Map.entry("7.1", "The mail was refused"));
    private static final Map<String, String> ABOUT =
            Map.of(
                    "1", "The address is not good",
                    "2", "The mailbox cannot take the mail",
                    "3", "The mail server cannot take the mail",
                    "4", "The mail server could not be reached",
                    "5", "The mail servers did not understand each other",
                    "6", "The content was refused",
                    "7", "The mail was refused by a policy");

    private StatusWords() {}

    /** Empty when the code says nothing. */
    static String of(String status) {
        if (status.length() < 5) {
            return "";
        }
        String detail = status.substring(2);
        return EXACTLY.getOrDefault(
                detail, ABOUT.getOrDefault(detail.substring(0, detail.indexOf('.')), ""));
    }
}
