package io.mauntic.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** What stands around the gateway in its tests: a real Keycloak and a server for the services. */
public final class Platform implements QuarkusTestResourceLifecycleManager {

    private Services services;
    private KeycloakAdmin keycloak;
    private String address;

    @Override
    public Map<String, String> start() {
        var components = Components.read();
        keycloak = new KeycloakAdmin(components);
        try {
            services = new Services();
            var port = freePort();
            address = "http://localhost:" + port;
            keycloak.allow(address);
            var settings = new HashMap<String, String>();
            settings.put("quarkus.http.test-port", Integer.toString(port));
            settings.put("mauntic.public.url", address);
            settings.put("mauntic.limits.form-per-second", "5");
            settings.put("mauntic.keycloak.url", keycloak.url());
            settings.put("mauntic.client.secret", keycloak.clientSecret());
            for (var service : Service.values()) {
                settings.put("mauntic.%s.url".formatted(service.path()), services.url());
            }
            settings.put(
                    "mauntic.campaign.url",
                    String.join(
                            ",",
                            services.url(),
                            services.url().replace("localhost", "127.0.0.1"),
                            "http://localhost:" + freePort()));
            settings.put("mauntic.integrations.url", "http://localhost:" + freePort());
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        keycloak.forget(address);
        services.stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
