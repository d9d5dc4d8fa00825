package io.mauntic.identity.client;

import io.mauntic.contracts.identity.model.Client;
import io.mauntic.contracts.identity.model.ClientWithSecret;

/** The one answer that shows the secret of an API client. */
final class Secrets {

    private Secrets() {}

    static ClientWithSecret shown(Client client, String secret) {
        return new ClientWithSecret()
                .id(client.getId())
                .name(client.getName())
                .clientId(client.getClientId())
                .role(client.getRole())
                .permissions(client.getPermissions())
                .secret(secret)
                .createdAt(client.getCreatedAt());
    }
}
