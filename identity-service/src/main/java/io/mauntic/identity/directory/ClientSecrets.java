package io.mauntic.identity.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The secrets of API clients: Keycloak makes and keeps them, Mauntic only shows them once. */
@ApplicationScoped
public class ClientSecrets {

    private final KeycloakRealm keycloak;
    private final KeycloakClients clients;

    ClientSecrets(KeycloakRealm keycloak, KeycloakClients clients) {
        this.keycloak = keycloak;
        this.clients = clients;
    }

    public Uni<String> of(String clientId) {
        return keycloak.work(() -> clients.secret(clientId));
    }

    /** The one before stops working. */
    public Uni<String> rotate(String clientId) {
        return keycloak.work(() -> clients.newSecret(clientId));
    }
}
