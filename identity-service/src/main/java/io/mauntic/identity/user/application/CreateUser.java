package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.organization.Organizations;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.domain.Access;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Adds a person to an organization, whether or not they are in another one already. */
@ApplicationScoped
public class CreateUser {

    /** What is wanted; the password stands apart, so that it gets into no stored fingerprint. */
    public record Command(PersonName name, EmailAddress email, String role) {}

    /**
     * @param access how the person comes to sign in
     * @param password to be shown, once, to whoever made the user
     */
    public record Created(long id, Access access, Optional<String> password) {}

    /**
     * What is stored under the idempotency key.
     *
     * @param attempt tells the call that made the user from its copies, which never learn the
     *     password
     */
    record Done(long id, UUID attempt) {}

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Organizations organizations;
    private final Roles roles;
    private final AddUser addUser;
    private final FirstAccess firstAccess;
    private final Directory directory;

    CreateUser(
            UnitOfWork unitOfWork,
            Idempotency idempotency,
            Organizations organizations,
            Roles roles,
            AddUser addUser,
            FirstAccess firstAccess,
            Directory directory) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.organizations = organizations;
        this.roles = roles;
        this.addUser = addUser;
        this.firstAccess = firstAccess;
        this.directory = directory;
    }

    public Uni<Created> handle(
            Actor actor, Command command, FirstAccess.Wish wish, String idempotencyKey) {
        return firstAccess
                .decide(actor.organization(), command.email(), wish)
                .chain(decision -> make(actor, command, decision, idempotencyKey));
    }

    private Uni<Created> make(
            Actor actor, Command command, FirstAccess.Decision decision, String idempotencyKey) {
        UUID attempt = UUID.randomUUID();
        return idempotency
                .once(
                        idempotencyKey,
                        command,
                        Done.class,
                        () ->
                                unitOfWork.in(
                                        actor.organization(),
                                        () -> add(actor, command, decision.access(), attempt)))
                .call(done -> directory.settle(actor.organization(), DirectoryKind.USER, done.id()))
                .map(
                        done ->
                                new Created(
                                        done.id(),
                                        decision.access(),
                                        decision.shown()
                                                .filter(_ -> done.attempt().equals(attempt))));
    }

    private Uni<Done> add(Actor actor, Command command, Access access, UUID attempt) {
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
                                        role,
                                        access))
                .map(id -> new Done(id, attempt));
    }
}
