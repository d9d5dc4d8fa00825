package io.mauntic.identity.directory;

import io.mauntic.identity.event.IdentityEvent.MemberRemoved;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.user.domain.EmailTaken;
import io.mauntic.identity.user.domain.PasswordHash;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.UserState;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Makes Keycloak equal to a user's row. */
@ApplicationScoped
class UserSync implements DirectorySync {

    private static final String DESIRED =
            """
            select u.id user_id, u.version, u.subject, u.name user_name, u.email, u.state, u.credential, u.must_change_password, u.invite,
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
            set subject = $2, credential = case when version = $3 then null else credential end,
                invite = invite and version <> $3, version = version + 1
            where id = $1
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

    UserSync(
            UnitOfWork unitOfWork,
            Sql sql,
            DirectoryTasks tasks,
            IdentityEvents events,
            KeycloakRealm keycloak,
            KeycloakGroups groups,
            KeycloakRoles roles,
            KeycloakUsers users,
            OrganizationSwitch organizations) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.tasks = tasks;
        this.events = events;
        this.keycloak = keycloak;
        this.groups = groups;
        this.roles = roles;
        this.users = users;
        this.organizations = organizations;
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
                                events.publish(
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
                Optional.ofNullable(row.getString("credential")).map(PasswordHash::parse),
                row.getBoolean("must_change_password"),
                row.getBoolean("invite"));
    }
}
