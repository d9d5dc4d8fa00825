package io.mauntic.identity.directory;

import io.mauntic.identity.role.BuiltInRole;
import io.mauntic.identity.role.Permission;
import io.mauntic.identity.role.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.RoleResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.RoleRepresentation;

/**
 * Roles as realm roles, each composed of the permissions it grants: client roles of {@code
 * mauntic-api}.
 */
@ApplicationScoped
class KeycloakRoles {

    private static final String API = "mauntic-api";

    private final KeycloakRealm keycloak;

    KeycloakRoles(KeycloakRealm keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Makes the role if it is missing and has it grant these permissions and no others; built-in
     * ones are the realm's.
     */
    RoleRepresentation put(Role role) {
        RoleResource resource = keycloak.realm().roles().get(role.directoryName());
        if (role.builtIn()) {
            return resource.toRepresentation();
        }
        RoleRepresentation present = describe(role, resource);
        Set<RoleRepresentation> granted = resource.getClientRoleComposites(api());
        List<RoleRepresentation> wanted = permissions(role.permissions());
        List<RoleRepresentation> extra = without(granted, wanted);
        List<RoleRepresentation> missing = without(wanted, granted);
        if (!extra.isEmpty()) {
            resource.deleteComposites(extra);
        }
        if (!missing.isEmpty()) {
            resource.addComposites(missing);
        }
        return present;
    }

    boolean remove(String directoryName) {
        return KeycloakRealm.found(
                        () -> {
                            keycloak.realm().roles().deleteRole(directoryName);
                            return true;
                        })
                .isPresent();
    }

    /** Leaves somebody these roles of Mauntic's; roles of other origin stay. */
    void assign(RoleScopeResource held, List<RoleRepresentation> wanted) {
        List<RoleRepresentation> present = held.listAll();
        List<RoleRepresentation> extra =
                without(present, wanted).stream().filter(KeycloakRoles::isOfMauntic).toList();
        List<RoleRepresentation> missing = without(wanted, present);
        if (!extra.isEmpty()) {
            held.remove(extra);
        }
        if (!missing.isEmpty()) {
            held.add(missing);
        }
    }

    /**
     * The client roles that stand for these permissions; only what Mauntic grants, whatever a row
     * says.
     */
    List<RoleRepresentation> permissions(List<String> names) {
        Set<String> wanted =
                Stream.concat(names.stream(), Stream.of(Permission.SELF))
                        .collect(Collectors.toSet());
        return keycloak.realm().clients().get(api()).roles().list().stream()
                .filter(
                        role ->
                                wanted.contains(role.getName())
                                        && Permission.ALL.contains(role.getName()))
                .toList();
    }

    /** Keycloak's own id of the client whose roles are the permissions. */
    String api() {
        return keycloak.realm().clients().findByClientId(API).getFirst().getId();
    }

    private RoleRepresentation describe(Role role, RoleResource resource) {
        Optional<RoleRepresentation> known = KeycloakRealm.found(resource::toRepresentation);
        if (known.isEmpty()) {
            keycloak.realm()
                    .roles()
                    .create(new RoleRepresentation(role.directoryName(), role.name(), false));
            return resource.toRepresentation();
        }
        RoleRepresentation present = known.get();
        if (!role.name().equals(present.getDescription())) {
            present.setDescription(role.name());
            resource.update(present);
        }
        return present;
    }

    private static boolean isOfMauntic(RoleRepresentation role) {
        String name = role.getName();
        return BuiltInRole.named(name).isPresent()
                || Permission.ALL.contains(name)
                || name.startsWith("organization-");
    }

    private static List<RoleRepresentation> without(
            Collection<RoleRepresentation> some, Collection<RoleRepresentation> others) {
        Set<String> names =
                others.stream().map(RoleRepresentation::getName).collect(Collectors.toSet());
        return some.stream().filter(role -> !names.contains(role.getName())).toList();
    }
}
