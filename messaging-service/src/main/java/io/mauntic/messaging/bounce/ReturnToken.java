package io.mauntic.messaging.bounce;

import com.google.crypto.tink.Mac;
import io.mauntic.kit.security.Keyset;
import io.mauntic.messaging.bounce.ReturnAddress.Purpose;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Two ids and their signature in 52 letters. The tokens of web addresses (SignedToken) do not fit:
 * what stands before the @ has 64 letters at most (RFC 5321, section 4.5.3.1.1), of which {@code
 * unsubscribe+} takes 12, and some mail servers write it in lower case. The ids can be read, as
 * they can in the Message-ID; nobody can change them.
 */
final class ReturnToken {

    private static final int IDS = 2 * Long.BYTES;
    private static final int SIGNATURE = 16;
    private static final int RADIX = 32;

    private final Mac key;

    ReturnToken(Keyset keys, Purpose purpose) {
        key = keys.signing("address:" + purpose.text(), SIGNATURE);
    }

    /** Digits and the letters a to v; the same each time, so that a repeated mail is the same. */
    String seal(long organization, long delivery) {
        byte[] ids = ByteBuffer.allocate(IDS).putLong(organization).putLong(delivery).array();
        return new BigInteger(
                        1,
                        ByteBuffer.allocate(IDS + SIGNATURE).put(ids).put(signature(ids)).array())
                .toString(RADIX);
    }

    /** The ids of a token that was sealed with one of the keys for the same purpose. */
    Optional<long[]> open(String token) {
        byte[] number = new BigInteger(token, RADIX).toByteArray();
        byte[] bytes = new byte[IDS + SIGNATURE];
        int length = Math.min(number.length, bytes.length);
        System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
        byte[] ids = Arrays.copyOf(bytes, IDS);
        try {
            key.verifyMac(Arrays.copyOfRange(bytes, IDS, bytes.length), ids);
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
        ByteBuffer opened = ByteBuffer.wrap(ids);
        return Optional.of(new long[] {opened.getLong(), opened.getLong()});
    }

    private byte[] signature(byte[] ids) {
        try {
            return key.computeMac(ids);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
