package io.mauntic.identity.role;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.organization.Organizations;
import io.mauntic.identity.security.Actor;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.database.Versions;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes, changes and deletes the roles that an organization has of its own. */
@ApplicationScoped
public class ChangeRoles {

    private static final String USES =
            """
            select (select count(*) from user_account where role_id = $1 and state <> 'REMOVED') users,
                   (select count(*) from api_client where role_id = $1 and state <> 'REMOVED') clients
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Versions versions;
    private final Idempotency idempotency;
    private final Organizations organizations;
    private final Roles roles;
    private final IdentityEvents events;
    private final DirectoryTasks tasks;
    private final Directory directory;

    ChangeRoles(
            UnitOfWork unitOfWork,
            Sql sql,
            Versions versions,
            Idempotency idempotency,
            Organizations organizations,
            Roles roles,
            IdentityEvents events,
            DirectoryTasks tasks,
            Directory directory) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.versions = versions;
        this.idempotency = idempotency;
        this.organizations = organizations;
        this.roles = roles;
        this.events = events;
        this.tasks = tasks;
        this.directory = directory;
    }

    /** What is wanted of a role. */
    public record Wanted(String name, List<String> permissions) {}

    public Uni<Long> create(Actor actor, Wanted wanted, String idempotencyKey) {
        return idempotency
                .once(
                        idempotencyKey,
                        wanted,
                        Long.class,
                        () -> unitOfWork.in(actor.organization(), () -> add(actor, wanted)))
                .call(id -> directory.settle(actor.organization(), DirectoryKind.ROLE, id));
    }

    /**
     * What is missing stays as it is.
     *
     * @param seen what the editor has seen
     */
    public Uni<Void> change(
            Actor actor,
            long id,
            IfMatch seen,
            Optional<String> name,
            Optional<List<String>> permissions) {
        return unitOfWork
                .in(
                        actor.organization(),
                        () ->
                                own(actor, id)
                                        .call(() -> versions.lock("role", id, seen))
                                        .map(role -> changed(actor, role, name, permissions))
                                        .call(role -> mustBeFree(role.name(), id))
                                        .call(roles::change)
                                        .chain(role -> tell(actor, role)))
                .chain(() -> directory.settle(actor.organization(), DirectoryKind.ROLE, id));
    }

    public Uni<Void> delete(Actor actor, long id) {
        return unitOfWork
                .in(
                        actor.organization(),
                        () ->
                                own(actor, id)
                                        .call(() -> mustBeUnused(id))
                                        .chain(() -> roles.remove(id))
                                        .chain(
                                                () ->
                                                        tasks.note(
                                                                actor.organization(),
                                                                DirectoryKind.ROLE,
                                                                id)))
                .chain(() -> directory.settle(actor.organization(), DirectoryKind.ROLE, id));
    }

    private Uni<Long> add(Actor actor, Wanted wanted) {
        List<String> permissions = RolePermissions.of(wanted.permissions());
        actor.mustHold(permissions);
        String name = name(wanted.name());
        return organizations
                .lock(actor.organization())
                .chain(() -> mustBeFree(name, 0))
                .chain(() -> roles.add(actor.organization(), name, permissions))
                .call(role -> tell(actor, role))
                .map(Role::id);
    }

    private static Role changed(
            Actor actor, Role role, Optional<String> name, Optional<List<String>> permissions) {
        List<String> wanted = permissions.map(RolePermissions::of).orElse(role.permissions());
        actor.mustHold(wanted);
        return new Role(
                role.organization(),
                role.id(),
                name.map(ChangeRoles::name).orElse(role.name()),
                false,
                wanted);
    }

    private Uni<Void> tell(Actor actor, Role role) {
        return events.publish(actor.organization(), role.changed())
                .chain(() -> tasks.note(actor.organization(), DirectoryKind.ROLE, role.id()));
    }

    private Uni<Role> own(Actor actor, long id) {
        return organizations
                .lock(actor.organization())
                .chain(() -> roles.find(id))
                .map(found -> found.orElseThrow(() -> new NotFound("role", id)))
                .invoke(
                        role -> {
                            if (role.builtIn()) {
                                throw RoleRefused.builtIn();
                            }
                            actor.mustHold(role);
                        });
    }

    private Uni<Void> mustBeFree(String name, long exceptFor) {
        return roles.isNameTaken(name, exceptFor)
                .invoke(
                        taken -> {
                            if (taken) {
                                throw RoleRefused.nameTaken();
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Void> mustBeUnused(long id) {
        return sql.list(USES, row -> List.of(row.getLong("users"), row.getLong("clients")), id)
                .map(List::getFirst)
                .invoke(
                        uses -> {
                            if (uses.stream().anyMatch(count -> count > 0)) {
                                throw RoleRefused.inUse(uses.getFirst(), uses.getLast());
                            }
                        })
                .replaceWithVoid();
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw new InvalidValues("name", "Enter a name for the role.");
        }
        return name;
    }
}
