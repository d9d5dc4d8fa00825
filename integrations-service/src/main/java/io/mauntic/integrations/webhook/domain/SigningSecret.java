package io.mauntic.integrations.webhook.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that a receiver checks deliveries with (Standard Webhooks 1.0, "Signature scheme"). */
public final class SigningSecret {

    /** How many random bytes a key has; the specification allows 24 to 64. */
    public static final int BYTES = 32;

    private static final String PREFIX = "whsec_";

    private final byte[] key;

    public SigningSecret(byte[] key) {
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("A key has 24 to 64 bytes");
        }
        this.key = key.clone();
    }

    /** A fresh copy of the key itself. */
    public byte[] key() {
        return key.clone();
    }

    /** As it is shown to its owner, once. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The signature of one attempt, {@code v1,…}. */
    public String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signature =
                    mac.doFinal(
                            (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningSecret secret && Arrays.equals(key, secret.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** Never the key: logs are read by many. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
