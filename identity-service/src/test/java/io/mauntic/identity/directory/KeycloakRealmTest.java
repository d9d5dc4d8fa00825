package io.mauntic.identity.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.ServiceUnavailableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class KeycloakRealmTest {

    @Inject Vertx vertx;

    /** As Keycloak does from its start until the realm is made. */
    @Test
    void while_there_is_no_realm_no_organization_counts_as_missing() throws IOException {
        HttpServer keycloak = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        keycloak.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        keycloak.start();
        KeycloakRealm realm =
                new KeycloakRealm(
                        "http://localhost:" + keycloak.getAddress().getPort(), "secret", vertx);
        KeycloakGroups groups = new KeycloakGroups(realm);
        try {
            assertThatThrownBy(
                            () ->
                                    realm.work(() -> groups.find(new OrganizationId(1)))
                                            .await()
                                            .indefinitely())
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessage("Keycloak has no realm mauntic");
        } finally {
            realm.close();
            keycloak.stop(0);
        }
    }
}
