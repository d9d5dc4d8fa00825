package io.mauntic.identity.directory;

import io.mauntic.kernel.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.resource.GroupsResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Organizations as groups: their attributes become the claims organization_id and organization_name
 * of every member's token.
 */
@ApplicationScoped
class KeycloakGroups {

    static final String ID = "organization_id";
    static final String NAME = "organization_name";
    private static final int PAGE = 500;

    private final KeycloakRealm keycloak;

    KeycloakGroups(KeycloakRealm keycloak) {
        this.keycloak = keycloak;
    }

    static String groupName(OrganizationId organization) {
        return "organization-" + organization;
    }

    static String path(OrganizationId organization) {
        return "/" + groupName(organization);
    }

    /** Makes the group if it is missing and names it anew if it is called otherwise. */
    GroupRepresentation put(OrganizationId organization, String name) {
        GroupRepresentation group = find(organization).orElseGet(() -> add(organization, name));
        if (!List.of(name).equals(group.getAttributes().get(NAME))) {
            group.setAttributes(attributes(organization, name));
            groups().group(group.getId()).update(group);
        }
        return group;
    }

    Optional<GroupRepresentation> find(OrganizationId organization) {
        return KeycloakRealm.found(() -> keycloak.realm().getGroupByPath(path(organization)))
                .map(group -> groups().group(group.getId()).toRepresentation());
    }

    /** Empty for a group that is no organization. */
    static Optional<OrganizationId> organization(GroupRepresentation group) {
        return Optional.ofNullable(group.getAttributes())
                .map(attributes -> attributes.get(ID))
                .flatMap(ids -> ids.stream().findFirst())
                .map(id -> new OrganizationId(Long.parseLong(id)));
    }

    static Optional<String> name(GroupRepresentation group) {
        return Optional.ofNullable(group.getAttributes())
                .map(attributes -> attributes.get(NAME))
                .flatMap(values -> values.stream().findFirst());
    }

    List<UserRepresentation> members(GroupRepresentation group, int page) {
        return groups().group(group.getId()).members(page * PAGE, PAGE, false);
    }

    private GroupRepresentation add(OrganizationId organization, String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(groupName(organization));
        group.setAttributes(attributes(organization, name));
        KeycloakRealm.check(groups().add(group));
        return find(organization).orElseThrow();
    }

    private static Map<String, List<String>> attributes(OrganizationId organization, String name) {
        return Map.of(ID, List.of(organization.toString()), NAME, List.of(name));
    }

    private GroupsResource groups() {
        return keycloak.realm().groups();
    }
}
