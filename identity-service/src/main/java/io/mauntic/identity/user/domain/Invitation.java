package io.mauntic.identity.user.domain;

import io.mauntic.kernel.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a mailed link and nowhere else.
 *
 * @param secret 256 random bits
 */
public record Invitation(OrganizationId organization, long user, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final Pattern SHAPE =
            Pattern.compile("([1-9]\\d{0,17})-([1-9]\\d{0,17})-([A-Za-z0-9_-]{43})");

    public static Invitation of(OrganizationId organization, long user, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Invitation(
                organization, user, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public static Optional<Invitation> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new Invitation(
                                new OrganizationId(Long.parseLong(parts.group(1))),
                                Long.parseLong(parts.group(2)),
                                parts.group(3)))
                : Optional.empty();
    }

    /** What is stored: a database that leaks lets nobody join. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }

    /** As it stands in the link. */
    @Override
    public String toString() {
        return organization + "-" + user + "-" + secret;
    }
}
