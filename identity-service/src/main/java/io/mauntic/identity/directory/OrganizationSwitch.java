package io.mauntic.identity.directory;

import io.mauntic.contracts.identity.model.MyOrganization;
import io.mauntic.identity.role.Role;
import io.mauntic.identity.role.Roles;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A person's way from one of their organizations to another. */
@ApplicationScoped
public class OrganizationSwitch {

    private static final String ROLE =
            """
            select r.organization_id, r.id, r.name, r.built_in, r.permissions
            from user_account u
            join role r on r.organization_id = u.organization_id and r.id = u.role_id
            where u.subject = $1 and u.state = 'ACTIVE'
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final KeycloakRealm keycloak;
    private final KeycloakGroups groups;
    private final KeycloakRoles roles;
    private final KeycloakMemberships memberships;

    OrganizationSwitch(
            UnitOfWork unitOfWork,
            Sql sql,
            KeycloakRealm keycloak,
            KeycloakGroups groups,
            KeycloakRoles roles,
            KeycloakMemberships memberships) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.keycloak = keycloak;
        this.groups = groups;
        this.roles = roles;
        this.memberships = memberships;
    }

    /**
     * The organizations in which the person can work, by name.
     *
     * @param current the one that the person's token speaks for
     */
    public Uni<List<MyOrganization>> organizationsOf(UUID subject, OrganizationId current) {
        return keycloak.work(
                () ->
                        memberships.of(keycloak.realm().users().get(subject.toString())).stream()
                                .map(
                                        group ->
                                                new MyOrganization()
                                                        .id(
                                                                KeycloakGroups.organization(group)
                                                                        .orElseThrow()
                                                                        .value())
                                                        .name(
                                                                KeycloakGroups.name(group)
                                                                        .orElse("")))
                                .map(mine -> mine.current(mine.getId() == current.value()))
                                .sorted(
                                        Comparator.comparing(
                                                MyOrganization::getName,
                                                String.CASE_INSENSITIVE_ORDER))
                                .toList());
    }

    /**
     * Has the person's next token speak for another organization, with the role that they have
     * there.
     *
     * @return fails with {@link NotFound} unless they are an active member of it
     */
    public Uni<Void> to(UUID subject, OrganizationId organization) {
        return unitOfWork
                .in(organization, () -> sql.first(ROLE, Roles::role, subject))
                .map(role -> role.orElseThrow(() -> new NotFound("organization", organization)))
                .chain(role -> keycloak.work(() -> choose(subject, organization, role)))
                .replaceWithVoid();
    }

    private OrganizationId choose(UUID subject, OrganizationId organization, Role role) {
        memberships.choose(
                subject,
                groups.find(organization)
                        .orElseThrow(() -> new NotFound("organization", organization)),
                roles.put(role));
        return organization;
    }
}
