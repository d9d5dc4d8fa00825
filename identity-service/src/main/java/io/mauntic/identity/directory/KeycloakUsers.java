package io.mauntic.identity.directory;

import io.mauntic.kernel.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Users as Keycloak's users, members of their organizations' groups. */
@ApplicationScoped
class KeycloakUsers {

    private static final String SET_PASSWORD = "UPDATE_PASSWORD";
    private static final String CONFIRM_ADDRESS = "VERIFY_EMAIL";
    private static final int THREE_DAYS = 3 * 24 * 60 * 60;

    /**
     * What became of an account.
     *
     * @param next the organization that its tokens shall speak for now, if they speak for none that
     *     it still belongs to
     */
    record Outcome(UUID subject, Optional<OrganizationId> next) {}

    private final KeycloakRealm keycloak;
    private final KeycloakRoles roles;
    private final KeycloakMemberships memberships;
    private final String home;

    KeycloakUsers(
            KeycloakRealm keycloak,
            KeycloakRoles roles,
            KeycloakMemberships memberships,
            @ConfigProperty(name = "mauntic.public.url") String publicUrl) {
        this.keycloak = keycloak;
        this.roles = roles;
        this.memberships = memberships;
        this.home = publicUrl + "/app";
    }

    /** Makes the user or changes it to be like this; a blocked one is signed out everywhere. */
    Outcome put(DesiredUser user, GroupRepresentation group, RoleRepresentation role) {
        String id = find(user).orElseGet(() -> create(user));
        UserResource account = users().get(id);
        List<GroupRepresentation> others = memberships.others(account, user.organization());
        if (user.enabled() && !account.toRepresentation().isEnabled()) {
            // A disabled account is blocked in the one organization that it is left in.
            others.forEach(other -> account.leaveGroup(other.getId()));
            others = List.of();
        }
        if (others.isEmpty()) {
            putAlone(user, account, group, role);
            return new Outcome(UUID.fromString(id), Optional.empty());
        }
        return user.enabled()
                ? putAmong(others, user, account, group, role)
                : leave(account, user.organization(), others);
    }

    /** The account goes with its last organization; empty if it is gone already. */
    Optional<Outcome> remove(DesiredUser user) {
        return user.subject()
                .map(UUID::toString)
                .or(() -> named(user.email()).filter(id -> isMember(id, user.organization())))
                .filter(this::exists)
                .map(id -> remove(users().get(id), id, user.organization()));
    }

    Optional<String> email(UUID subject) {
        return KeycloakRealm.found(
                () -> users().get(subject.toString()).toRepresentation().getEmail());
    }

    /**
     * Mails a link at which the person sets a password, and from which they go on to Mauntic.
     *
     * @throws IllegalStateException if the mail does not go out, which says nothing of the account
     */
    void invite(UUID subject) {
        mail(users().get(subject.toString()), home, SET_PASSWORD);
    }

    /**
     * Mails a link to the owner of the address, who gets from there to {@code join}. An account
     * that is made for it belongs to no organization and can do nothing.
     */
    void ask(DesiredUser user, String join) {
        UserResource account = users().get(named(user.email()).orElseGet(() -> create(user)));
        if (!account.toRepresentation().isEnabled()) {
            return; // Keycloak mails nothing to a blocked account, and nobody may learn of it here.
        }
        boolean known =
                account.credentials().stream()
                        .anyMatch(one -> one.getType().equals(CredentialRepresentation.PASSWORD));
        mail(account, join, known ? CONFIRM_ADDRESS : SET_PASSWORD);
    }

    private static void mail(UserResource account, String next, String action) {
        try {
            account.executeActionsEmail("mauntic-gateway", next, THREE_DAYS, List.of(action));
        } catch (WebApplicationException failure) {
            throw new IllegalStateException(
                    "Keycloak mailed no link: " + failure.getMessage(), failure);
        }
    }

    private void putAlone(
            DesiredUser user,
            UserResource account,
            GroupRepresentation group,
            RoleRepresentation role) {
        account.joinGroup(group.getId());
        roles.assign(account.roles().realmLevel(), List.of(role));
        UserRepresentation present = account.toRepresentation();
        describe(present, user);
        present.setEnabled(user.enabled());
        account.update(present);
        if (!user.enabled()) {
            account.logout();
        }
    }

    /** Name and address of an account that several organizations share are the person's own. */
    private Outcome putAmong(
            List<GroupRepresentation> others,
            DesiredUser user,
            UserResource account,
            GroupRepresentation group,
            RoleRepresentation role) {
        UserRepresentation present = account.toRepresentation();
        UUID subject = UUID.fromString(present.getId());
        List<GroupRepresentation> before = memberships.of(account);
        if (before.size() == others.size()) {
            memberships
                    .current(present, others)
                    .flatMap(current -> groupOf(current, others))
                    .ifPresent(current -> memberships.pin(account, current));
            account.joinGroup(group.getId());
        } else if (memberships
                .current(present, before)
                .filter(user.organization()::equals)
                .isPresent()) {
            memberships.choose(subject, group, role);
        }
        return new Outcome(subject, Optional.empty());
    }

    private Outcome leave(
            UserResource account, OrganizationId organization, List<GroupRepresentation> others) {
        UserRepresentation present = account.toRepresentation();
        List<GroupRepresentation> before = memberships.of(account);
        boolean current =
                memberships.current(present, before).filter(organization::equals).isPresent();
        before.stream()
                .filter(group -> group.getPath().equals(KeycloakGroups.path(organization)))
                .forEach(group -> account.leaveGroup(group.getId()));
        if (!current) {
            return new Outcome(UUID.fromString(present.getId()), Optional.empty());
        }
        roles.assign(account.roles().realmLevel(), List.of());
        account.logout();
        return new Outcome(
                UUID.fromString(present.getId()), KeycloakGroups.organization(others.getFirst()));
    }

    private Outcome remove(UserResource account, String id, OrganizationId organization) {
        List<GroupRepresentation> others = memberships.others(account, organization);
        if (!others.isEmpty()) {
            return leave(account, organization, others);
        }
        account.logout();
        KeycloakRealm.check(users().delete(id));
        return new Outcome(UUID.fromString(id), Optional.empty());
    }

    /**
     * By its id once that is known; before, a namesake is the one that an earlier attempt made, or
     * that the person has in another organization.
     */
    private Optional<String> find(DesiredUser user) {
        return user.subject()
                .map(UUID::toString)
                .filter(this::exists)
                .or(() -> named(user.email()));
    }

    private boolean exists(String id) {
        return KeycloakRealm.found(() -> users().get(id).toRepresentation()).isPresent();
    }

    private Optional<String> named(String email) {
        return users().searchByUsername(email, true).stream()
                .map(UserRepresentation::getId)
                .findFirst();
    }

    private boolean isMember(String id, OrganizationId organization) {
        return groupOf(organization, users().get(id).groups()).isPresent();
    }

    private static Optional<GroupRepresentation> groupOf(
            OrganizationId organization, List<GroupRepresentation> groups) {
        return groups.stream()
                .filter(group -> group.getPath().equals(KeycloakGroups.path(organization)))
                .findFirst();
    }

    private String create(DesiredUser user) {
        UserRepresentation made = new UserRepresentation();
        made.setUsername(user.email());
        made.setEmail(user.email());
        describe(made, user);
        made.setEnabled(true);
        KeycloakRealm.check(users().create(made));
        return named(user.email()).orElseThrow();
    }

    /** The address is not touched: its owner alone changes and verifies it. */
    private static void describe(UserRepresentation representation, DesiredUser user) {
        representation.setFirstName(user.name().first());
        representation.setLastName(user.name().last());
        KeycloakMemberships.unpin(representation);
    }

    private UsersResource users() {
        return keycloak.realm().users();
    }
}
