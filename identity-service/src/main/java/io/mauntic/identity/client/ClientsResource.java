package io.mauntic.identity.client;

import io.mauntic.contracts.identity.api.ClientsApi;
import io.mauntic.contracts.identity.model.Client;
import io.mauntic.contracts.identity.model.ClientPage;
import io.mauntic.contracts.identity.model.ClientWithSecret;
import io.mauntic.contracts.identity.model.NewClient;
import io.mauntic.identity.directory.ClientSecrets;
import io.mauntic.identity.security.Actor;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Programs that use the API. */
class ClientsResource implements ClientsApi {

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final ApiClients clients;
    private final ChangeClients changes;
    private final ClientSecrets secrets;

    ClientsResource(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            ApiClients clients,
            ChangeClients changes,
            ClientSecrets secrets) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.changes = changes;
        this.secrets = secrets;
    }

    @Override
    public Uni<ClientPage> listClients(Integer page, Integer limit, String cursor, String search) {
        return unitOfWork.in(bearer.organization(), () -> clients.list(page, limit, search));
    }

    @Override
    public Uni<Client> getClient(Long id) {
        return read(bearer.organization(), id);
    }

    @Override
    public Uni<ClientWithSecret> createClient(NewClient client, String idempotencyKey) {
        Actor actor = Actor.of(bearer);
        ChangeClients.Wanted wanted =
                new ChangeClients.Wanted(
                        client.getName(),
                        Optional.ofNullable(client.getRole()),
                        Optional.ofNullable(client.getPermissions()).orElse(List.of()));
        return changes.create(actor, wanted, idempotencyKey)
                .chain(id -> read(actor.organization(), id))
                .chain(
                        made ->
                                secrets.of(made.getClientId())
                                        .map(secret -> Secrets.shown(made, secret)));
    }

    @Override
    public Uni<ClientWithSecret> rotateClientSecret(Long id) {
        return changes.rotate(Actor.of(bearer), id);
    }

    @Override
    public Uni<Void> deleteClient(Long id) {
        return changes.delete(Actor.of(bearer), id);
    }

    private Uni<Client> read(OrganizationId organization, long id) {
        return unitOfWork.in(organization, () -> clients.get(id));
    }
}
