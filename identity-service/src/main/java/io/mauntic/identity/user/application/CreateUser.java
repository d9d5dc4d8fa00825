package io.mauntic.identity.user.application;

import io.mauntic.identity.organization.Organizations;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Invites a person to an organization, whether or not they are in another one already. */
@ApplicationScoped
public class CreateUser {

    public record Command(PersonName name, EmailAddress email, String role) {}

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Organizations organizations;
    private final Roles roles;
    private final AddUser addUser;

    CreateUser(
            UnitOfWork unitOfWork,
            Idempotency idempotency,
            Organizations organizations,
            Roles roles,
            AddUser addUser) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.organizations = organizations;
        this.roles = roles;
        this.addUser = addUser;
    }

    /** Answers the id. */
    public Uni<Long> handle(Actor actor, Command command, String idempotencyKey) {
        return idempotency.once(
                idempotencyKey,
                command,
                Long.class,
                () -> unitOfWork.in(actor.organization(), () -> add(actor, command)));
    }

    private Uni<Long> add(Actor actor, Command command) {
        return organizations
                .lock(actor.organization())
                .chain(() -> roles.named(command.role()))
                .map(role -> role.orElseThrow(() -> new RoleUnknown(command.role())))
                .invoke(actor::mustHold)
                .chain(
                        role ->
                                addUser.handle(
                                        actor.organization(),
                                        command.name(),
                                        command.email(),
                                        role));
    }
}
