package io.mauntic.kit.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A few numbers as an opaque text for public addresses: encrypted and authenticated (AES-256-GCM),
 * so that nobody can read, guess or change it. A token of one purpose opens for no other one.
 */
public final class SignedToken {

    /**
     * The {@code mtc} parameter that names the recipient of a mail to the page that a tracked link
     * leads to: organization, contact, seconds since 1970 when the link was followed.
     */
    public static final String CONTACT = "contact";

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    /**
     * @param secret {@code mauntic.secret}, the same in every service
     * @param purpose what the token is for, such as {@link #CONTACT}
     */
    public SignedToken(String secret, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            key =
                    new SecretKeySpec(
                            mac.doFinal(("token:" + purpose).getBytes(StandardCharsets.UTF_8)),
                            "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text of letters, digits, {@code -} and {@code _}; another one each time. */
    public String seal(long... numbers) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        ByteBuffer plain = ByteBuffer.allocate(numbers.length * Long.BYTES);
        plain.asLongBuffer().put(numbers);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.array());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The numbers of a token that was sealed with the same secret for the same purpose; empty for
     * any other text.
     */
    public Optional<long[]> open(String token) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES))
                            .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            long[] numbers = new long[plain.length / Long.BYTES];
            ByteBuffer.wrap(plain).asLongBuffer().get(numbers);
            return Optional.of(numbers);
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
