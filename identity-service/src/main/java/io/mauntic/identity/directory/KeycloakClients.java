package io.mauntic.identity.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.admin.client.resource.RoleMappingResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * API clients as Keycloak clients whose service account is a member of the organization's group.
 */
@ApplicationScoped
class KeycloakClients {

    private final KeycloakRealm keycloak;
    private final KeycloakRoles roles;

    KeycloakClients(KeycloakRealm keycloak, KeycloakRoles roles) {
        this.keycloak = keycloak;
        this.roles = roles;
    }

    /** Makes the client or changes it to be like this; answers the id of its service account. */
    UUID put(DesiredClient client, GroupRepresentation group) {
        ClientResource resource = find(client.clientId()).orElseGet(() -> create(client));
        UserRepresentation account = resource.getServiceAccountUser();
        UserResource user = keycloak.realm().users().get(account.getId());
        user.joinGroup(group.getId());
        RoleMappingResource held = user.roles();
        List<RoleRepresentation> role = client.role().map(roles::put).stream().toList();
        roles.assign(held.realmLevel(), role);
        roles.assign(
                held.clientLevel(roles.api()),
                role.isEmpty() ? roles.permissions(client.permissions()) : List.of());
        return UUID.fromString(account.getId());
    }

    boolean remove(String clientId) {
        Optional<ClientResource> found = find(clientId);
        found.ifPresent(ClientResource::remove);
        return found.isPresent();
    }

    String secret(String clientId) {
        return find(clientId).orElseThrow().getSecret().getValue();
    }

    String newSecret(String clientId) {
        return find(clientId).orElseThrow().generateNewSecret().getValue();
    }

    private Optional<ClientResource> find(String clientId) {
        return clients().findByClientId(clientId).stream()
                .findFirst()
                .map(found -> clients().get(found.getId()));
    }

    private ClientResource create(DesiredClient client) {
        ClientRepresentation made = new ClientRepresentation();
        made.setClientId(client.clientId());
        made.setName(client.name());
        made.setEnabled(true);
        made.setPublicClient(false);
        made.setServiceAccountsEnabled(true);
        made.setStandardFlowEnabled(false);
        made.setDirectAccessGrantsEnabled(false);
        KeycloakRealm.check(clients().create(made));
        return find(client.clientId()).orElseThrow();
    }

    private ClientsResource clients() {
        return keycloak.realm().clients();
    }
}
