package io.mauntic.kit.security;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

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

    private static final int LONGEST = 200;
    private static final byte[] NOTHING_BESIDE = {};

    private final Aead key;

    /**
     * @param purpose what the token is for, such as {@link #CONTACT}
     */
    public SignedToken(Keyset keys, String purpose) {
        key = keys.sealing("token:" + purpose);
    }

    /** A text of letters, digits, {@code -} and {@code _}; another one each time. */
    public String seal(long... numbers) {
        ByteBuffer plain = ByteBuffer.allocate(numbers.length * Long.BYTES);
        plain.asLongBuffer().put(numbers);
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(key.encrypt(plain.array(), NOTHING_BESIDE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The numbers of a token that was sealed with one of the keys for the same purpose; empty for
     * any other text.
     */
    public Optional<long[]> open(String token) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] plain = key.decrypt(Base64.getUrlDecoder().decode(token), NOTHING_BESIDE);
            long[] numbers = new long[plain.length / Long.BYTES];
            ByteBuffer.wrap(plain).asLongBuffer().get(numbers);
            return Optional.of(numbers);
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
