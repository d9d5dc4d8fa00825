package io.mauntic.identity.directory;

import io.mauntic.identity.role.Roles;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes Keycloak's client equal to an API client's row. */
@ApplicationScoped
class ClientSync implements DirectorySync {

    private static final String DESIRED =
            """
            select c.organization_id client_organization_id, c.client_id, c.name client_name,
                   c.permissions client_permissions, c.state, o.name organization_name,
                   r.organization_id, r.id, r.name, r.built_in, r.permissions
            from api_client c
            join organization o on o.organization_id = c.organization_id
            left join role r on r.organization_id = c.organization_id and r.id = c.role_id
            where c.id = $1
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final DirectoryTasks tasks;
    private final KeycloakRealm keycloak;
    private final KeycloakGroups groups;
    private final KeycloakClients clients;

    ClientSync(
            UnitOfWork unitOfWork,
            Sql sql,
            DirectoryTasks tasks,
            KeycloakRealm keycloak,
            KeycloakGroups groups,
            KeycloakClients clients) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.tasks = tasks;
        this.keycloak = keycloak;
        this.groups = groups;
        this.clients = clients;
    }

    @Override
    public DirectoryKind kind() {
        return DirectoryKind.CLIENT;
    }

    @Override
    public Uni<Void> carryOut(DirectoryTask task) {
        return unitOfWork
                .in(task.organization(), () -> sql.first(DESIRED, ClientSync::desired, task.id()))
                .chain(
                        client ->
                                client.map(found -> carryOut(task, found))
                                        .orElseGet(() -> forget(task)));
    }

    private Uni<Void> carryOut(DirectoryTask task, DesiredClient client) {
        if (client.removed()) {
            return keycloak.work(() -> clients.remove(client.clientId())).chain(() -> forget(task));
        }
        return keycloak.work(
                        () ->
                                clients.put(
                                        client,
                                        groups.put(
                                                client.organization(), client.organizationName())))
                .chain(subject -> unitOfWork.in(task.organization(), () -> known(task, subject)));
    }

    private Uni<Void> known(DirectoryTask task, UUID subject) {
        return sql.update("update api_client set subject = $2 where id = $1", task.id(), subject)
                .chain(() -> tasks.done(task));
    }

    private Uni<Void> forget(DirectoryTask task) {
        return unitOfWork.in(
                task.organization(),
                () ->
                        sql.update(
                                        "delete from api_client where id = $1 and state = 'REMOVED'",
                                        task.id())
                                .chain(() -> tasks.done(task)));
    }

    private static DesiredClient desired(Row row) {
        return new DesiredClient(
                new OrganizationId(row.getLong("client_organization_id")),
                row.getString("organization_name"),
                row.getString("client_id"),
                row.getString("client_name"),
                Optional.ofNullable(row.getLong("id")).map(_ -> Roles.role(row)),
                List.of(row.getArrayOfStrings("client_permissions")),
                row.getString("state").equals("REMOVED"));
    }
}
