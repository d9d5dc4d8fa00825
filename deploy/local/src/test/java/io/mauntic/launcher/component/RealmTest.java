package io.mauntic.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        String text =
                Realm.description(
                        Map.of(
                                "MAUNTIC_CLIENT_SECRET", "client-secret",
                                "MAUNTIC_PUBLIC_URL", "https://go.example",
                                "MAUNTIC_LOCAL_URL", "http://localhost:8080",
                                "MAUNTIC_SMTP_HOST", "mx.example",
                                "MAUNTIC_SMTP_PORT", "25"));
        assertThat(text).doesNotContain("${MAUNTIC");
        realm = new ObjectMapper().readTree(text);
    }

    @Test
    void every_permission_that_a_contract_asks_for_can_be_given() throws IOException {
        assertThat(permissions()).containsAll(inContracts());
    }

    @Test
    void the_administrator_may_do_everything_but_act_for_other_organizations() {
        Set<String> all = permissions();
        all.removeIf(permission -> permission.startsWith("platform:"));

        assertThat(of("administrator")).isEqualTo(all);
    }

    @Test
    void the_marketer_changes_neither_users_nor_webhooks() {
        assertThat(of("marketer"))
                .isEqualTo(
                        of("administrator").stream()
                                .filter(
                                        name ->
                                                !(name.startsWith("identity:")
                                                        && name.endsWith(":write")))
                                .filter(name -> !name.equals("integrations:webhooks:write"))
                                .collect(Collectors.toSet()));
    }

    @Test
    void the_reader_may_read_everything_and_nothing_else() {
        assertThat(of("reader"))
                .isEqualTo(
                        of("administrator").stream()
                                .filter(name -> name.endsWith(":read"))
                                .collect(Collectors.toSet()));
    }

    @Test
    void people_sign_in_with_a_code_and_its_proof_on_known_addresses_alone() {
        JsonNode gateway = client("mauntic-gateway");

        assertThat(gateway.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(gateway.path("publicClient").asBoolean(true)).isFalse();
        assertThat(gateway.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(texts(gateway.path("redirectUris")))
                .containsExactlyInAnyOrder("https://go.example/*", "http://localhost:8080/*");
    }

    @Test
    void every_client_puts_permissions_and_organization_into_its_tokens() {
        JsonNode scope = named(realm.path("clientScopes"), "name", "mauntic");
        assertThat(texts(scope.path("protocolMappers").findValues("claim.name")))
                .contains("permissions", "organization_id", "organization_name");
        for (String name : Set.of("mauntic-gateway", "mauntic-services")) {
            assertThat(texts(client(name).path("defaultClientScopes"))).contains("mauntic");
        }
    }

    @Test
    void access_tokens_live_five_minutes_and_are_meant_for_the_api() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.path("clients").findValues("access.token.lifespan")).isEmpty();
        assertThat(
                        named(realm.path("clientScopes"), "name", "mauntic")
                                .findValue("included.client.audience")
                                .asText())
                .isEqualTo("mauntic-api");
    }

    @Test
    void passwords_are_long_and_guessing_them_is_shut_out_for_a_while() {
        assertThat(realm.path("passwordPolicy").asText())
                .isEqualTo("length(12) and notUsername(undefined) and notEmail(undefined)");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("permanentLockout").asBoolean(true)).isFalse();
        assertThat(realm.path("failureFactor").asInt()).isEqualTo(10);
        assertThat(realm.path("waitIncrementSeconds").asInt()).isEqualTo(60);
        assertThat(realm.path("maxFailureWaitSeconds").asInt()).isEqualTo(900);
    }

    @Test
    void only_the_local_platform_takes_passwords_at_the_command_line() throws IOException {
        assertThat(takingPasswords(realm)).isEmpty();
        assertThat(takingPasswords(Realm.withDemo(realm.deepCopy())))
                .containsExactly("mauntic-cli");
    }

    private static Set<String> takingPasswords(JsonNode realm) {
        Set<String> clients = new TreeSet<>();
        for (JsonNode client : realm.path("clients")) {
            if (client.path("directAccessGrantsEnabled").asBoolean()) {
                clients.add(client.path("clientId").asText());
            }
        }
        return clients;
    }

    private static Set<String> permissions() {
        return texts(realm.at("/roles/client/mauntic-api").findValues("name"));
    }

    private static Set<String> of(String role) {
        return texts(
                named(realm.at("/roles/realm"), "name", role).at("/composites/client/mauntic-api"));
    }

    private static JsonNode client(String name) {
        return named(realm.path("clients"), "clientId", name);
    }

    private static JsonNode named(JsonNode list, String key, String name) {
        for (JsonNode element : list) {
            if (element.path(key).asText().equals(name)) {
                return element;
            }
        }
        throw new AssertionError("There is no " + name);
    }

    private static Set<String> texts(Iterable<JsonNode> nodes) {
        Set<String> texts = new TreeSet<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Set<String> inContracts() throws IOException {
        Set<String> found = new TreeSet<>();
        Pattern permission = Pattern.compile("x-permission: *\"?([a-z:]+)");
        try (Stream<Path> contracts = Files.list(Path.of("../../contracts/openapi"))) {
            for (Path contract : contracts.toList()) {
                Matcher matcher = permission.matcher(Files.readString(contract));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}
