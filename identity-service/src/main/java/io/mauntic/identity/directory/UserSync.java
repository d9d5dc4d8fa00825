package io.mauntic.identity.directory;

import io.mauntic.identity.event.IdentityEvent.MemberRemoved;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.user.domain.EmailTaken;
import io.mauntic.identity.user.domain.Invitation;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.UserState;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes Keycloak equal to a user's row. */
@ApplicationScoped
class UserSync implements DirectorySync {

    private static final String DESIRED =
            """
            select u.id user_id, u.version, u.subject, u.name user_name, u.email, u.state, u.invite,
                   o.name organization_name, r.organization_id, r.id, r.name, r.built_in, r.permissions
            from user_account u
            join role r on r.organization_id = u.organization_id and r.id = u.role_id
            join organization o on o.organization_id = u.organization_id
            where u.id = $1
            """;

    /**
     * What was asked for meanwhile is still to be done. Counting the version up tells whoever has
     * loaded the user meanwhile that it has changed.
     */
    private static final String KNOWN =
            """
            update user_account
            set subject = coalesce($2, subject), invite = invite and version <> $3, version = version + 1
            where id = $1
            """;

    private static final String INVITATION =
            """
            update user_account set invitation = $2, invitation_until = now() + interval '3 days'
            where id = $1 and state = 'INVITED'
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final DirectoryTasks tasks;
    private final IdentityEvents events;
    private final KeycloakRealm keycloak;
    private final KeycloakGroups groups;
    private final KeycloakRoles roles;
    private final KeycloakUsers users;
    private final OrganizationSwitch organizations;
    private final String joinAt;
    private final SecureRandom random = new SecureRandom();

    UserSync(
            UnitOfWork unitOfWork,
            Sql sql,
            DirectoryTasks tasks,
            IdentityEvents events,
            KeycloakRealm keycloak,
            KeycloakGroups groups,
            KeycloakRoles roles,
            KeycloakUsers users,
            OrganizationSwitch organizations,
            @ConfigProperty(name = "mauntic.public.url") String publicUrl) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.tasks = tasks;
        this.events = events;
        this.keycloak = keycloak;
        this.groups = groups;
        this.roles = roles;
        this.users = users;
        this.organizations = organizations;
        this.joinAt = publicUrl + "/join/";
    }

    @Override
    public DirectoryKind kind() {
        return DirectoryKind.USER;
    }

    @Override
    public Uni<Void> carryOut(DirectoryTask task) {
        return unitOfWork
                .in(task.organization(), () -> sql.first(DESIRED, UserSync::desired, task.id()))
                .chain(
                        user ->
                                user.map(found -> carryOut(task, found))
                                        .orElseGet(() -> forget(task)));
    }

    private Uni<Void> carryOut(DirectoryTask task, DesiredUser user) {
        if (user.removed()) {
            return keycloak.work(() -> users.remove(user))
                    .chain(
                            outcome ->
                                    outcome.map(this::goOn)
                                            .orElseGet(() -> Uni.createFrom().voidItem()))
                    .chain(() -> forget(task));
        }
        if (user.invited()) {
            return invite(task, user)
                    .onFailure(DirectoryRefusal.class)
                    .recoverWithUni(() -> undo(task, user));
        }
        return keycloak.work(() -> put(user))
                .call(this::goOn)
                .chain(
                        outcome ->
                                unitOfWork.in(
                                        task.organization(),
                                        () -> known(task, user, outcome.subject())))
                .onFailure(DirectoryRefusal.class)
                .recoverWithUni(() -> undo(task, user));
    }

    /** Each mail has a link of its own; the ones before it no longer let anybody in. */
    private Uni<Void> invite(DirectoryTask task, DesiredUser user) {
        if (!user.invite()) {
            return unitOfWork.in(task.organization(), () -> tasks.done(task));
        }
        Invitation invitation = Invitation.of(task.organization(), task.id(), random);
        return unitOfWork
                .in(task.organization(), () -> sql.update(INVITATION, task.id(), invitation.hash()))
                .chain(
                        () ->
                                keycloak.work(
                                        () -> {
                                            users.ask(user, joinAt + invitation);
                                            return true;
                                        }))
                .chain(() -> unitOfWork.in(task.organization(), () -> known(task, user, null)));
    }

    private KeycloakUsers.Outcome put(DesiredUser user) {
        KeycloakUsers.Outcome outcome =
                users.put(
                        user,
                        groups.put(user.organization(), user.organizationName()),
                        roles.put(user.role()));
        if (user.invite()) {
            users.invite(outcome.subject());
        }
        return outcome;
    }

    private Uni<Void> goOn(KeycloakUsers.Outcome outcome) {
        return outcome.next()
                .map(organization -> organizations.to(outcome.subject(), organization))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> known(DirectoryTask task, DesiredUser user, UUID subject) {
        return sql.update(KNOWN, task.id(), subject, user.version()).chain(() -> tasks.done(task));
    }

    private Uni<Void> forget(DirectoryTask task) {
        return unitOfWork.in(
                task.organization(),
                () ->
                        sql.update(
                                        "delete from user_account where id = $1 and state = 'REMOVED'",
                                        task.id())
                                .chain(() -> tasks.done(task)));
    }

    /** The address was taken elsewhere in the moment between the check and now. */
    private Uni<Void> undo(DirectoryTask task, DesiredUser user) {
        Uni<Void> undone =
                user.subject()
                        .map(subject -> giveBackAddress(task, subject))
                        .orElseGet(
                                () ->
                                        unitOfWork.in(
                                                task.organization(), () -> dismiss(task, user)));
        return undone.chain(() -> Uni.createFrom().failure(new EmailTaken()));
    }

    private Uni<Void> giveBackAddress(DirectoryTask task, UUID subject) {
        return keycloak.work(() -> users.email(subject).orElseThrow())
                .chain(
                        email ->
                                unitOfWork.in(
                                        task.organization(),
                                        () ->
                                                sql.update(
                                                                "update user_account set email = $2, version = version + 1 where id = $1",
                                                                task.id(),
                                                                email)
                                                        .chain(
                                                                () ->
                                                                        tasks.note(
                                                                                task.organization(),
                                                                                task.kind(),
                                                                                task.id()))
                                                        .chain(() -> tasks.done(task))));
    }

    private Uni<Void> dismiss(DirectoryTask task, DesiredUser user) {
        return sql.update("delete from user_account where id = $1", task.id())
                .chain(
                        () ->
                                user.invited()
                                        ? Uni.createFrom().voidItem()
                                        : events.publish(
                                                task.organization(),
                                                new MemberRemoved(user.id(), user.role().name())))
                .chain(() -> tasks.done(task));
    }

    private static DesiredUser desired(Row row) {
        return new DesiredUser(
                new OrganizationId(row.getLong("organization_id")),
                row.getString("organization_name"),
                row.getLong("user_id"),
                row.getLong("version"),
                Optional.ofNullable(row.getUUID("subject")),
                new PersonName(row.getString("user_name")),
                row.getString("email"),
                Roles.role(row),
                UserState.valueOf(row.getString("state")),
                row.getBoolean("invite"));
    }
}
