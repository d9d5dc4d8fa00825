package io.mauntic.integrations.webhook.infrastructure;

import io.mauntic.integrations.webhook.domain.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps signing secrets unreadable in the database and its backups: AES-256-GCM with a key made
 * from the platform's secret.
 */
@ApplicationScoped
public class SecretSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SecretSeal(@ConfigProperty(name = "mauntic.secret") String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            key =
                    new SecretKeySpec(
                            mac.doFinal("webhook secrets at rest".getBytes(StandardCharsets.UTF_8)),
                            "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The sealed key; another one each time. */
    public byte[] seal(SigningSecret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.key());
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException when it was sealed with another secret of the platform
     */
    public SigningSecret open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return new SigningSecret(
                run(
                        Cipher.DECRYPT_MODE,
                        nonce,
                        Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length)));
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "A webhook's secret was sealed with another MAUNTIC_SECRET", failed);
        }
    }
}
