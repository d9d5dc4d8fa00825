package io.mauntic.messaging.smtp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Signs messages for a domain: DKIM (RFC 6376), rsa-sha256, relaxed/relaxed. */
final class DkimSignature {

    /**
     * RFC 8058 wants both unsubscribe headers covered; the others are what mailbox providers look
     * at.
     */
    private static final List<String> SIGNED =
            List.of(
                    "from",
                    "to",
                    "subject",
                    "date",
                    "message-id",
                    "mime-version",
                    "content-type",
                    "list-unsubscribe",
                    "list-unsubscribe-post");

    private final String domain;
    private final String selector;
    private final PrivateKey key;

    DkimSignature(SmtpConfig.Dkim config) {
        domain = config.domain();
        selector = config.selector();
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(config.secret());
            key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "mauntic.smtp.dkim.secret is no RSA key in PKCS #8", unreadable);
        }
    }

    /** The message with its signature before all other headers. */
    String sign(String message) {
        int end = message.indexOf("\r\n\r\n");
        List<String> headers = headers(message.substring(0, end));
        List<String> signed = SIGNED.stream().filter(name -> find(headers, name) != null).toList();
        String unsigned =
                "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d="
                        + domain
                        + "; s="
                        + selector
                        + ";\r\n h="
                        + String.join(":", signed)
                        + ";\r\n bh="
                        + hash(relaxedBody(message.substring(end + 4)))
                        + ";\r\n b=";
        StringBuilder data = new StringBuilder();
        signed.forEach(name -> data.append(relaxedHeader(find(headers, name))).append("\r\n"));
        data.append(relaxedHeader(unsigned));
        return unsigned + folded(signature(data.toString())) + "\r\n" + message;
    }

    /** RFC 6376, section 3.4.2. */
    static String relaxedHeader(String header) {
        int colon = header.indexOf(':');
        String value = header.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return header.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value.strip();
    }

    /** RFC 6376, section 3.4.4. */
    static String relaxedBody(String body) {
        String lines = body.replaceAll("[ \t]+", " ").replaceAll(" (?=\r\n|$)", "");
        int end = lines.length();
        while (end >= 2 && lines.startsWith("\r\n", end - 2)) {
            end -= 2;
        }
        return end == 0 ? "" : lines.substring(0, end) + "\r\n";
    }

    private static List<String> headers(String block) {
        List<String> headers = new ArrayList<>();
        for (String line : block.split("\r\n")) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                headers.set(headers.size() - 1, headers.getLast() + "\r\n" + line);
            } else {
                headers.add(line);
            }
        }
        return headers;
    }

    private static String find(List<String> headers, String name) {
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static String hash(String body) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(body.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signature(String data) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(data.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String folded(String base64) {
        return base64.replaceAll("(.{70})(?=.)", "$1\r\n ");
    }
}
