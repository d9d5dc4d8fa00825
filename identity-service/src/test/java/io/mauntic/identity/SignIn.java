package io.mauntic.identity;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Signs in to the real Keycloak, as people and as programs do. */
public final class SignIn {

    private SignIn() {}

    /** What the token says; empty if the sign-in is refused. */
    public static Optional<JsonObject> person(String email, String password) {
        return claims(person(email, password, "openid"));
    }

    public static Response person(String email, String password, String scope) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "mauntic-cli")
                .formParam("username", email)
                .formParam("password", password)
                .formParam("scope", scope)
                .post(address());
    }

    public static Optional<JsonObject> program(String clientId, String secret) {
        return claims(
                given().formParam("grant_type", "client_credentials")
                        .formParam("client_id", clientId)
                        .formParam("client_secret", secret)
                        .post(address()));
    }

    /** Whether a session that was begun before still gives tokens. */
    public static boolean goesOn(String refreshToken) {
        return given().formParam("grant_type", "refresh_token")
                        .formParam("client_id", "mauntic-cli")
                        .formParam("refresh_token", refreshToken)
                        .post(address())
                        .statusCode()
                == 200;
    }

    private static Optional<JsonObject> claims(Response answer) {
        return answer.statusCode() == 200
                ? Optional.of(decode(answer.jsonPath().getString("access_token")))
                : Optional.empty();
    }

    private static JsonObject decode(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }

    private static String address() {
        return ConfigProvider.getConfig().getValue("mauntic.keycloak.url", String.class)
                + "/realms/mauntic/protocol/openid-connect/token";
    }
}
