package io.mauntic.identity.organization;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.event.IdentityEvent.OrganizationCreated;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.role.BuiltInRole;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.application.AddUser;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes an organization on this platform, and invites the administrator who lets the others in. */
@ApplicationScoped
public class CreateOrganization {

    public record Command(OrganizationName name, PersonName administrator, EmailAddress email) {}

    /**
     * @param administrator the first user's id
     */
    public record Created(OrganizationId organization, long administrator) {}

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Organizations organizations;
    private final Roles roles;
    private final AddUser addUser;
    private final IdentityEvents events;
    private final DirectoryTasks tasks;
    private final Directory directory;
    private final FirstUser firstUser;

    CreateOrganization(
            UnitOfWork unitOfWork,
            Idempotency idempotency,
            Organizations organizations,
            Roles roles,
            AddUser addUser,
            IdentityEvents events,
            DirectoryTasks tasks,
            Directory directory,
            FirstUser firstUser) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.organizations = organizations;
        this.roles = roles;
        this.addUser = addUser;
        this.events = events;
        this.tasks = tasks;
        this.directory = directory;
        this.firstUser = firstUser;
    }

    /**
     * The idempotency key belongs to the maker's organization, the rows to the new one, and no
     * transaction spans two. So the key is given the new number first, and what is done under that
     * number is done once.
     */
    public Uni<Created> handle(Actor actor, Command command, String idempotencyKey) {
        return idempotency
                .once(
                        idempotencyKey,
                        command,
                        Long.class,
                        () ->
                                unitOfWork
                                        .in(actor.organization(), organizations::nextId)
                                        .map(OrganizationId::value))
                .map(OrganizationId::new)
                .chain(organization -> make(organization, command));
    }

    private Uni<Created> make(OrganizationId organization, Command command) {
        return unitOfWork
                .in(organization, () -> add(organization, command))
                .map(administrator -> new Created(organization, administrator))
                .call(
                        () ->
                                directory.settle(
                                        organization,
                                        DirectoryKind.ORGANIZATION,
                                        organization.value()));
    }

    private Uni<Long> add(OrganizationId organization, Command command) {
        return organizations
                .add(organization, command.name().value())
                .chain(added -> added ? fill(organization, command) : firstUser.id());
    }

    private Uni<Long> fill(OrganizationId organization, Command command) {
        return events.publish(
                        organization,
                        new OrganizationCreated(organization.value(), command.name().value()))
                .chain(
                        () ->
                                tasks.note(
                                        organization,
                                        DirectoryKind.ORGANIZATION,
                                        organization.value()))
                .chain(() -> roles.named(BuiltInRole.ADMINISTRATOR.roleName()))
                .chain(
                        role ->
                                addUser.handle(
                                        organization,
                                        command.administrator(),
                                        command.email(),
                                        role.orElseThrow()));
    }
}
