package io.mauntic.identity.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/** The way to Keycloak. Its client blocks, so whatever uses it runs on a worker thread. */
@ApplicationScoped
class KeycloakRealm {

    private static final String REALM = "mauntic";
    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Keycloak keycloak;
    private final Vertx vertx;

    /**
     * One for all, with one token: the extension's own bean lives for a request, and loops have
     * none.
     */
    KeycloakRealm(
            @ConfigProperty(name = "mauntic.keycloak.admin-url") String url,
            @ConfigProperty(name = "mauntic.client.secret") String secret,
            Vertx vertx) {
        this.vertx = vertx;
        this.keycloak =
                KeycloakBuilder.builder()
                        .serverUrl(url)
                        .realm(REALM)
                        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                        .clientId("mauntic-services")
                        .clientSecret(secret)
                        .build();
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }

    <T> Uni<T> work(Callable<T> work) {
        return vertx.executeBlocking(
                () -> {
                    requireRealm();
                    return refusing(work);
                },
                false);
    }

    /**
     * Keycloak answers 404 as well while it has no realm yet. That says nothing of what is asked
     * for, so nobody may take it for something that is not there.
     */
    private void requireRealm() {
        try {
            keycloak.tokenManager().getAccessToken();
        } catch (WebApplicationException failure) {
            if (failure.getResponse().getStatus() == NOT_FOUND) {
                throw new ServiceUnavailableException("Keycloak has no realm " + REALM);
            }
            throw failure;
        }
    }

    RealmResource realm() {
        return keycloak.realm(REALM);
    }

    /**
     * Throws what a failed answer means; the client itself leaves answers of creating calls
     * unchecked.
     */
    static void check(Response answer) {
        try (answer) {
            if (answer.getStatus() >= BAD_REQUEST) {
                throw new WebApplicationException(answer);
            }
        }
    }

    /** Empty where Keycloak answers 404. */
    static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (WebApplicationException failure) {
            if (failure.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static <T> T refusing(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (WebApplicationException failure) {
            int status = failure.getResponse().getStatus();
            if (status == CONFLICT || status == BAD_REQUEST) {
                throw new DirectoryRefusal("Keycloak answered " + status);
            }
            throw failure;
        }
    }
}
