package io.mauntic.identity.directory;

import io.mauntic.identity.user.domain.PasswordHash;
import io.mauntic.kernel.OrganizationId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Users as Keycloak's users, members of their organization's group. */
@ApplicationScoped
class KeycloakUsers {

    private static final List<String> GIVEN_BY_THE_GROUP =
            List.of("organization_id", "organization_name");

    private final KeycloakRealm keycloak;
    private final KeycloakRoles roles;

    KeycloakUsers(KeycloakRealm keycloak, KeycloakRoles roles) {
        this.keycloak = keycloak;
        this.roles = roles;
    }

    /** Makes the user or changes it to be like this; a blocked one is signed out everywhere. */
    UUID put(DesiredUser user, GroupRepresentation group, RoleRepresentation role) {
        String id = find(user).orElseGet(() -> create(user));
        UserResource resource = users().get(id);
        resource.joinGroup(group.getId());
        roles.assign(resource.roles().realmLevel(), List.of(role));
        UserRepresentation present = resource.toRepresentation();
        describe(present, user);
        resource.update(present);
        if (!user.enabled()) {
            resource.logout();
        }
        return UUID.fromString(id);
    }

    /** False if it is gone already. */
    boolean remove(DesiredUser user) {
        return find(user).flatMap(id -> KeycloakRealm.found(() -> remove(id))).isPresent();
    }

    /** Whether the address signs in to an account of another organization. */
    boolean isTakenElsewhere(String email, OrganizationId organization) {
        return named(email).filter(id -> !isMember(id, organization)).isPresent();
    }

    Optional<String> email(UUID subject) {
        return KeycloakRealm.found(
                () -> users().get(subject.toString()).toRepresentation().getEmail());
    }

    /**
     * By its id once that is known; before, a namesake in the same organization is the one that an
     * earlier attempt made.
     */
    private Optional<String> find(DesiredUser user) {
        if (user.subject().isPresent()) {
            return user.subject().map(UUID::toString);
        }
        Optional<String> namesake = named(user.email().value());
        if (namesake.isPresent() && !isMember(namesake.get(), user.organization())) {
            throw new DirectoryRefusal("The address has an account of another organization");
        }
        return namesake;
    }

    private Optional<String> named(String email) {
        return users().searchByUsername(email, true).stream()
                .map(UserRepresentation::getId)
                .findFirst();
    }

    private boolean isMember(String id, OrganizationId organization) {
        return users().get(id).groups().stream()
                .anyMatch(group -> group.getPath().equals(KeycloakGroups.path(organization)));
    }

    private String remove(String id) {
        users().get(id).logout();
        KeycloakRealm.check(users().delete(id));
        return id;
    }

    private String create(DesiredUser user) {
        UserRepresentation made = new UserRepresentation();
        describe(made, user);
        made.setGroups(List.of(KeycloakGroups.path(user.organization())));
        user.credential().ifPresent(hash -> made.setCredentials(List.of(password(hash))));
        if (user.mustChangePassword()) {
            made.setRequiredActions(List.of("UPDATE_PASSWORD"));
        }
        KeycloakRealm.check(users().create(made));
        return named(user.email().value()).orElseThrow();
    }

    private static void describe(UserRepresentation representation, DesiredUser user) {
        representation.setUsername(user.email().value());
        representation.setEmail(user.email().value());
        representation.setEmailVerified(true);
        representation.setFirstName(user.name().first());
        representation.setLastName(user.name().last());
        representation.setEnabled(user.enabled());
        Map<String, List<String>> attributes =
                new HashMap<>(Optional.ofNullable(representation.getAttributes()).orElse(Map.of()));
        GIVEN_BY_THE_GROUP.forEach(attributes::remove);
        representation.setAttributes(attributes);
    }

    private static CredentialRepresentation password(PasswordHash hash) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setSecretData(
                new JsonObject()
                        .put("value", hash.hash())
                        .put("salt", hash.salt())
                        .put("additionalParameters", new JsonObject())
                        .encode());
        credential.setCredentialData(
                new JsonObject()
                        .put("hashIterations", hash.iterations())
                        .put("algorithm", PasswordHash.ALGORITHM)
                        .put("additionalParameters", new JsonObject())
                        .encode());
        return credential;
    }

    private UsersResource users() {
        return keycloak.realm().users();
    }
}
