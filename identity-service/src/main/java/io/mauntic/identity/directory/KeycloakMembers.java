package io.mauntic.identity.directory;

import io.mauntic.identity.role.BuiltInRole;
import io.mauntic.identity.user.domain.UserState;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Who belongs to an organization, as Keycloak knows it. */
@ApplicationScoped
class KeycloakMembers {

    /** An organization of Keycloak's. */
    record Found(String name, List<Person> people) {}

    /** One of its people who has one of the built-in roles. */
    record Person(UUID subject, String name, String email, String role, String state) {}

    private final KeycloakRealm keycloak;
    private final KeycloakGroups groups;

    KeycloakMembers(KeycloakRealm keycloak, KeycloakGroups groups) {
        this.keycloak = keycloak;
        this.groups = groups;
    }

    Optional<Found> of(OrganizationId organization) {
        return groups.find(organization)
                .flatMap(
                        group ->
                                KeycloakGroups.name(group)
                                        .map(name -> new Found(name, people(group))));
    }

    private List<Person> people(GroupRepresentation group) {
        List<Person> people = new ArrayList<>();
        int page = 0;
        List<UserRepresentation> members = groups.members(group, page);
        while (!members.isEmpty()) {
            members.stream().flatMap(member -> person(member).stream()).forEach(people::add);
            members = groups.members(group, ++page);
        }
        return people;
    }

    /** Programs have no address that mail can be sent to. */
    private Optional<Person> person(UserRepresentation member) {
        return EmailAddress.parse(member.getEmail())
                .flatMap(email -> role(member).map(role -> person(member, email, role)));
    }

    private static Person person(UserRepresentation member, EmailAddress email, BuiltInRole role) {
        String name =
                String.join(
                                " ",
                                Stream.of(member.getFirstName(), member.getLastName())
                                        .flatMap(Stream::ofNullable)
                                        .toList())
                        .strip();
        return new Person(
                UUID.fromString(member.getId()),
                name.isEmpty() ? email.value() : name,
                email.value(),
                role.roleName(),
                (Boolean.TRUE.equals(member.isEnabled()) ? UserState.ACTIVE : UserState.BLOCKED)
                        .name());
    }

    private Optional<BuiltInRole> role(UserRepresentation member) {
        return keycloak.realm().users().get(member.getId()).roles().realmLevel().listAll().stream()
                .map(RoleRepresentation::getName)
                .flatMap(name -> BuiltInRole.named(name).stream())
                .sorted()
                .findFirst();
    }
}
