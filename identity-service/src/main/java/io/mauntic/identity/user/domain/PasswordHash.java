package io.mauntic.identity.user.domain;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password on its way to Keycloak, in a form that Keycloak takes over as it is, so that a
 * database that leaks in the meantime tells nobody the password. Keycloak hashes it anew, with its
 * own algorithm, when the user first signs in.
 *
 * @param salt Base64
 * @param hash Base64
 */
public record PasswordHash(int iterations, String salt, String hash) {

    public static final String ALGORITHM = "pbkdf2-sha512";

    /** OWASP's figure for PBKDF2 with SHA-512, and Keycloak's. */
    private static final int ITERATIONS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;

    /** Takes about 0.2 s of one core, on purpose: never on an event loop. */
    public static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS);
        try {
            byte[] hash =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(key)
                            .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return new PasswordHash(
                    ITERATIONS, base64.encodeToString(salt), base64.encodeToString(hash));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has PBKDF2 with SHA-512", absent);
        } finally {
            key.clearPassword();
        }
    }

    public static PasswordHash parse(String text) {
        String[] parts = text.split(":", 3);
        return new PasswordHash(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return iterations + ":" + salt + ":" + hash;
    }
}
