package io.mauntic.messaging.smtp;

/** A message as DATA carries it (RFC 5321, section 4.5.2), but for the final dot. */
final class SmtpText {

    private SmtpText() {}

    static String stuffed(String content) {
        StringBuilder text = new StringBuilder(content.length() + 64);
        boolean lineStart = true;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\r') {
                continue;
            }
            if (c == '\n') {
                text.append("\r\n");
                lineStart = true;
                continue;
            }
            if (lineStart && c == '.') {
                text.append('.');
            }
            text.append(c);
            lineStart = false;
        }
        return lineStart ? text.toString() : text.append("\r\n").toString();
    }
}
