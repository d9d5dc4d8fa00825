package io.mauntic.gateway.page;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is signed in, as the access token says; the token itself was verified at sign-in. */
public record Person(
        String name, String email, String organization, Set<String> permissions, String token) {

    public static Person of(SecurityIdentity identity) {
        var token = identity.getCredential(AccessTokenCredential.class).getToken();
        var claims = claims(token);
        return new Person(
                claims.getString("name", claims.getString("preferred_username", "")),
                claims.getString("email", ""),
                claims.getString("organization_name", ""),
                claims.getJsonArray("permissions", new JsonArray()).stream()
                        .map(Object::toString)
                        .collect(Collectors.toUnmodifiableSet()),
                token);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Two letters for the round picture. */
    public String initials() {
        return name.isBlank()
                ? "?"
                : Arrays.stream(name.trim().split("\\s+"))
                        .limit(2)
                        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                        .collect(Collectors.joining());
    }

    private static JsonObject claims(String token) {
        var payload = token.split("\\.", -1)[1];
        return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(payload)));
    }
}
