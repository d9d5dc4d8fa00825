package io.mauntic.identity.client;

import io.mauntic.contracts.identity.model.Client;
import io.mauntic.contracts.identity.model.ClientWithSecret;
import io.mauntic.identity.directory.ClientSecrets;
import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.organization.Organizations;
import io.mauntic.identity.role.Role;
import io.mauntic.identity.role.RolePermissions;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.security.Actor;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets programs use the API in the name of an organization, and stops them. */
@ApplicationScoped
public class ChangeClients {

    /** What is wanted of an API client: a role's name, or permissions. */
    public record Wanted(String name, Optional<String> role, List<String> permissions) {}

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Organizations organizations;
    private final Roles roles;
    private final ApiClients clients;
    private final ClientSecrets secrets;
    private final DirectoryTasks tasks;
    private final Directory directory;

    ChangeClients(
            UnitOfWork unitOfWork,
            Idempotency idempotency,
            Organizations organizations,
            Roles roles,
            ApiClients clients,
            ClientSecrets secrets,
            DirectoryTasks tasks,
            Directory directory) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.organizations = organizations;
        this.roles = roles;
        this.clients = clients;
        this.secrets = secrets;
        this.tasks = tasks;
        this.directory = directory;
    }

    public Uni<Long> create(Actor actor, Wanted wanted, String idempotencyKey) {
        return idempotency
                .once(
                        idempotencyKey,
                        wanted,
                        Long.class,
                        () -> unitOfWork.in(actor.organization(), () -> add(actor, wanted)))
                .call(id -> directory.settle(actor.organization(), DirectoryKind.CLIENT, id));
    }

    public Uni<Void> delete(Actor actor, long id) {
        return unitOfWork
                .in(
                        actor.organization(),
                        () ->
                                held(actor, id)
                                        .chain(() -> clients.remove(id))
                                        .chain(
                                                () ->
                                                        tasks.note(
                                                                actor.organization(),
                                                                DirectoryKind.CLIENT,
                                                                id)))
                .chain(() -> directory.settle(actor.organization(), DirectoryKind.CLIENT, id));
    }

    /**
     * The client with a new secret; the old one stops working. Who is shown the secret can do what
     * the client can.
     */
    public Uni<ClientWithSecret> rotate(Actor actor, long id) {
        return unitOfWork
                .in(actor.organization(), () -> held(actor, id))
                .chain(
                        client ->
                                secrets.rotate(client.getClientId())
                                        .map(secret -> Secrets.shown(client, secret)));
    }

    private Uni<Client> held(Actor actor, long id) {
        return clients.get(id).invoke(client -> actor.mustHold(client.getPermissions()));
    }

    private Uni<Long> add(Actor actor, Wanted wanted) {
        if (wanted.name().isBlank()) {
            throw new InvalidValues("name", "Enter a name that says which program this is for.");
        }
        if (wanted.role().isPresent() == !wanted.permissions().isEmpty()) {
            throw new InvalidValues("permissions", "Give either a role or a list of permissions.");
        }
        List<String> permissions = RolePermissions.of(wanted.permissions());
        actor.mustHold(permissions);
        return organizations
                .lock(actor.organization())
                .chain(() -> role(actor, wanted))
                .chain(
                        role ->
                                clients.add(
                                        actor.organization(),
                                        wanted.name().strip(),
                                        "mauntic-%s-%s"
                                                .formatted(actor.organization(), UUID.randomUUID()),
                                        role,
                                        permissions))
                .call(id -> tasks.note(actor.organization(), DirectoryKind.CLIENT, id));
    }

    private Uni<Optional<Role>> role(Actor actor, Wanted wanted) {
        return wanted.role()
                .map(
                        name ->
                                roles.named(name)
                                        .invoke(
                                                found ->
                                                        actor.mustHold(
                                                                found.orElseThrow(
                                                                        () ->
                                                                                new InvalidValues(
                                                                                        "role",
                                                                                        "There is no role called \"%s\"."
                                                                                                .formatted(
                                                                                                        name))))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
