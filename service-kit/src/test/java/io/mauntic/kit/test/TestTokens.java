package io.mauntic.kit.test;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/**
 * Tokens as Keycloak signs them, with a key of the test run's own that the service under test
 * trusts.
 */
public final class TestTokens {

    private static final KeyPair KEYS = generate();

    private TestTokens() {}

    /** A bearer token of somebody in an organization with these permissions and no others. */
    public static String of(OrganizationId organization, String... permissions) {
        return of(
                "7f6e5d4c-0000-4000-8000-00000000000" + organization.value() % 10,
                organization,
                permissions);
    }

    /** A bearer token of a certain user, by Keycloak's id. */
    public static String of(String subject, OrganizationId organization, String... permissions) {
        return of("mauntic-api", subject, organization, permissions);
    }

    /** A token that Keycloak has given for something else than the API. */
    public static String forAudience(
            String audience, OrganizationId organization, String... permissions) {
        return of(audience, "7f6e5d4c-0000-4000-8000-000000000000", organization, permissions);
    }

    private static String of(
            String audience, String subject, OrganizationId organization, String... permissions) {
        return Jwt.subject(subject)
                .audience(audience)
                .claim("name", "Tess Tester")
                .claim("email", "tess@example.org")
                .claim("organization_id", organization.value())
                .claim("organization_name", "Test Company " + organization)
                .claim("permissions", Set.of(permissions))
                .expiresIn(600)
                .sign(KEYS.getPrivate());
    }

    static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
