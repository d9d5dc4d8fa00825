package io.mauntic.identity.directory;

import io.mauntic.identity.event.IdentityEvent.OrganizationCreated;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.organization.Organizations;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes over what Keycloak knows of an organization and Mauntic does not: the one that came with
 * the realm, and its people.
 */
@ApplicationScoped
public class AdoptOrganization {

    private static final String USERS =
            """
            insert into user_account (organization_id, subject, name, email, role_id, state)
            select $1, found.subject, found.name, found.email, role.id, found.state
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) found (subject, name, email, role, state)
            join role on role.built_in and role.name = found.role
            on conflict do nothing
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Organizations organizations;
    private final IdentityEvents events;
    private final KeycloakRealm keycloak;
    private final KeycloakMembers members;

    AdoptOrganization(
            UnitOfWork unitOfWork,
            Sql sql,
            Organizations organizations,
            IdentityEvents events,
            KeycloakRealm keycloak,
            KeycloakMembers members) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.organizations = organizations;
        this.events = events;
        this.keycloak = keycloak;
        this.members = members;
    }

    public Uni<Void> handle(OrganizationId organization) {
        return keycloak.work(() -> members.of(organization))
                .chain(
                        found ->
                                found.map(
                                                known ->
                                                        unitOfWork.in(
                                                                organization,
                                                                () -> adopt(organization, known)))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> adopt(OrganizationId organization, KeycloakMembers.Found found) {
        return organizations
                .add(organization, found.name())
                .chain(
                        added ->
                                added
                                        ? events.publish(
                                                organization,
                                                new OrganizationCreated(
                                                        organization.value(), found.name()))
                                        : Uni.createFrom().voidItem())
                .chain(
                        () ->
                                sql.update(
                                        USERS,
                                        organization.value(),
                                        found.people().stream()
                                                .map(KeycloakMembers.Person::subject)
                                                .toArray(UUID[]::new),
                                        column(found.people(), KeycloakMembers.Person::name),
                                        column(found.people(), KeycloakMembers.Person::email),
                                        column(found.people(), KeycloakMembers.Person::role),
                                        column(found.people(), KeycloakMembers.Person::state)))
                .replaceWithVoid();
    }

    private static String[] column(
            List<KeycloakMembers.Person> people, Function<KeycloakMembers.Person, String> value) {
        return people.stream().map(value).toArray(String[]::new);
    }
}
