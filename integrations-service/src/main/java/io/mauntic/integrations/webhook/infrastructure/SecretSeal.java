package io.mauntic.integrations.webhook.infrastructure;

import com.google.crypto.tink.Aead;
import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.kit.security.Keyset;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps signing secrets unreadable in the database and its backups, with a key made from the
 * service's secret.
 */
@ApplicationScoped
public class SecretSeal {

    private static final byte[] NOTHING_BESIDE = {};

    private final Aead key;

    SecretSeal(@ConfigProperty(name = "mauntic.secret") List<String> secrets) {
        key = new Keyset(secrets).sealing("webhook secrets at rest");
    }

    /** The sealed key; another one each time. */
    public byte[] seal(SigningSecret secret) {
        try {
            return key.encrypt(secret.key(), NOTHING_BESIDE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException when it was sealed with a secret that the service no longer has
     */
    public SigningSecret open(byte[] sealed) {
        try {
            return new SigningSecret(key.decrypt(sealed, NOTHING_BESIDE));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "A webhook's secret was sealed with a MAUNTIC_SECRET that is gone", failed);
        }
    }
}
