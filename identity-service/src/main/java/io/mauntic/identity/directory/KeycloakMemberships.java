package io.mauntic.identity.directory;

import io.mauntic.kernel.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Which organizations an account belongs to, and for which of them its tokens speak. With one, the
 * group's attributes are the token's claims. With several, the account's own attributes name the
 * current one, since they go before the groups'; and it has the role of that organization alone.
 */
@ApplicationScoped
class KeycloakMemberships {

    private static final int ALL = 1_000;
    private static final int PAGE = 100;

    private final KeycloakRealm keycloak;
    private final KeycloakRoles roles;

    KeycloakMemberships(KeycloakRealm keycloak, KeycloakRoles roles) {
        this.keycloak = keycloak;
        this.roles = roles;
    }

    List<GroupRepresentation> of(UserResource account) {
        return account.groups(0, ALL, false).stream()
                .filter(group -> KeycloakGroups.organization(group).isPresent())
                .toList();
    }

    List<GroupRepresentation> others(UserResource account, OrganizationId organization) {
        return of(account).stream()
                .filter(group -> !group.getPath().equals(KeycloakGroups.path(organization)))
                .toList();
    }

    /** The organization of the account's next token. */
    Optional<OrganizationId> current(
            UserRepresentation account, List<GroupRepresentation> memberships) {
        List<OrganizationId> all =
                memberships.stream()
                        .flatMap(group -> KeycloakGroups.organization(group).stream())
                        .toList();
        return Optional.ofNullable(account.getAttributes())
                .map(attributes -> attributes.get(KeycloakGroups.ID))
                .flatMap(ids -> ids.stream().findFirst())
                .map(id -> new OrganizationId(Long.parseLong(id)))
                .filter(all::contains)
                .or(() -> all.stream().findFirst());
    }

    /** Another organization may come: until it is chosen, tokens go on to speak for this one. */
    void pin(UserResource account, GroupRepresentation group) {
        UserRepresentation present = account.toRepresentation();
        name(present, group);
        account.update(present);
    }

    /**
     * Has the next token speak for the group's organization, with this role. In between the account
     * may do nothing, rather than in one organization what its role in another allows.
     */
    void choose(UUID subject, GroupRepresentation group, RoleRepresentation role) {
        UserResource account = users().get(subject.toString());
        roles.assign(account.roles().realmLevel(), List.of());
        pin(account, group);
        roles.assign(account.roles().realmLevel(), List.of(role));
    }

    /** A new name reaches those whose account names their organization itself. */
    void rename(OrganizationId organization, GroupRepresentation group) {
        String query = KeycloakGroups.ID + ":" + organization;
        int first = 0;
        List<UserRepresentation> pinned;
        do {
            pinned = users().searchByAttributes(first, PAGE, null, false, query);
            pinned.forEach(account -> pin(users().get(account.getId()), group));
            first += PAGE;
        } while (pinned.size() == PAGE);
    }

    /** The account names no organization; its only group does. */
    static void unpin(UserRepresentation account) {
        Map<String, List<String>> attributes = attributes(account);
        attributes.remove(KeycloakGroups.ID);
        attributes.remove(KeycloakGroups.NAME);
        account.setAttributes(attributes);
    }

    private static void name(UserRepresentation account, GroupRepresentation group) {
        Map<String, List<String>> attributes = attributes(account);
        attributes.put(KeycloakGroups.ID, group.getAttributes().get(KeycloakGroups.ID));
        attributes.put(KeycloakGroups.NAME, group.getAttributes().get(KeycloakGroups.NAME));
        account.setAttributes(attributes);
    }

    private static Map<String, List<String>> attributes(UserRepresentation account) {
        return new HashMap<>(Optional.ofNullable(account.getAttributes()).orElse(Map.of()));
    }

    private UsersResource users() {
        return keycloak.realm().users();
    }
}
