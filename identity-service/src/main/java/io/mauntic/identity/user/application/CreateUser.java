package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.organization.Organizations;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.domain.NewPassword;
import io.mauntic.identity.user.domain.PasswordHash;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Adds a person to an organization. */
@ApplicationScoped
public class CreateUser {

    /** What is wanted; the password stands apart, so that it gets into no stored fingerprint. */
    public record Command(PersonName name, EmailAddress email, String role) {}

    /**
     * @param password to be shown, once, to whoever made the user
     */
    public record Created(long id, Optional<String> password) {}

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
    private final Passwords passwords;
    private final Directory directory;
    private final AddressCheck addresses;

    CreateUser(
            UnitOfWork unitOfWork,
            Idempotency idempotency,
            Organizations organizations,
            Roles roles,
            AddUser addUser,
            Passwords passwords,
            Directory directory,
            AddressCheck addresses) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.organizations = organizations;
        this.roles = roles;
        this.addUser = addUser;
        this.passwords = passwords;
        this.directory = directory;
        this.addresses = addresses;
    }

    public Uni<Created> handle(
            Actor actor, Command command, NewPassword password, String idempotencyKey) {
        UUID attempt = UUID.randomUUID();
        return addresses
                .mustBeFree(command.email(), actor.organization())
                .chain(() -> passwords.hash(password))
                .chain(
                        hash ->
                                idempotency.once(
                                        idempotencyKey,
                                        command,
                                        Done.class,
                                        () ->
                                                unitOfWork.in(
                                                        actor.organization(),
                                                        () ->
                                                                add(
                                                                        actor, command, password,
                                                                        hash, attempt))))
                .call(done -> directory.settle(actor.organization(), DirectoryKind.USER, done.id()))
                .map(
                        done ->
                                new Created(
                                        done.id(),
                                        password.shown()
                                                .filter(_ -> done.attempt().equals(attempt))));
    }

    private Uni<Done> add(
            Actor actor, Command command, NewPassword password, PasswordHash hash, UUID attempt) {
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
                                        hash,
                                        password.temporary()))
                .map(id -> new Done(id, attempt));
    }
}
