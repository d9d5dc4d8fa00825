package io.mauntic.kit.drafts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells whether a saved thing is still the one that an edit began from. */
public final class Fingerprint {

    private static final int BYTES = 12;

    private Fingerprint() {}

    /**
     * @param parts what can be edited; their texts must say all that they hold, always in the same
     *     order
     */
    public static String of(Object... parts) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
