package io.mauntic.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The realm {@code mauntic}, brought to a Keycloak through its admin API. One that is there keeps
 * its users and roles; what this installation decides (addresses, secrets, the mail server) is set
 * again at each start.
 */
public final class Realm {
    private static final String DESCRIPTION = "/io/mauntic/launcher/realm.json";

    /**
     * Apart from the realm, which other installations import: users whose password is known, and
     * the client of the command line, which takes passwords itself.
     */
    private static final String DEMO = "/io/mauntic/launcher/demo.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakAdmin keycloak;
    private final KeycloakApi api;

    public Realm(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
        this.api = new KeycloakApi(keycloak);
    }

    public void ensure(Map<String, String> values) throws IOException {
        JsonNode wanted = JSON.readTree(description(values));
        if (!Probe.answersOk(keycloak.url() + "/realms/mauntic")) {
            api.post("/admin/realms", withDemo(wanted));
            return;
        }
        ObjectNode mail = JSON.createObjectNode();
        mail.set("smtpServer", wanted.get("smtpServer"));
        api.put("/admin/realms/mauntic", mail);
        for (JsonNode client : wanted.get("clients")) {
            if (client.has("secret")) {
                refresh(client);
            }
        }
    }

    private void refresh(JsonNode wanted) throws IOException {
        String name = wanted.get("clientId").asText();
        JsonNode found = api.get("/admin/realms/mauntic/clients?clientId=" + name);
        if (found.isEmpty()) {
            throw new LaunchFailure("The realm mauntic has no client " + name);
        }
        ObjectNode client = (ObjectNode) found.get(0);
        client.set("secret", wanted.get("secret"));
        if (wanted.has("redirectUris")) {
            client.set("redirectUris", wanted.get("redirectUris"));
        }
        api.put("/admin/realms/mauntic/clients/" + client.get("id").asText(), client);
    }

    static JsonNode withDemo(JsonNode realm) throws IOException {
        JsonNode demo = JSON.readTree(resource(DEMO));
        for (String part : List.of("clients", "users")) {
            ((ArrayNode) realm.get(part)).addAll((ArrayNode) demo.get(part));
        }
        return realm;
    }

    static String description(Map<String, String> values) throws IOException {
        return Template.fill(resource(DESCRIPTION), values);
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = Realm.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
