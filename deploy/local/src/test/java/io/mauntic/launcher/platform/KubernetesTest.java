package io.mauntic.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mauntic.launcher.settings.Ports;
import io.mauntic.launcher.settings.Secrets;
import io.mauntic.launcher.settings.Service;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The manifests say what the launcher does, so that one machine and a cluster cannot drift apart.
 */
class KubernetesTest {
    private static final Path FOLDER = Manifests.FOLDER;
    private static final Ports PORTS = new Ports(8080);

    /** The variables that a secret holds. */
    private static final Map<String, Set<String>> SECRETS =
            Map.of(
                    "mauntic", Set.of("MAUNTIC_CLIENT_SECRET"),
                    "mauntic-tracking", Set.of("MAUNTIC_TRACKING_SECRET"),
                    "mauntic-addresses", Set.of("MAUNTIC_ADDRESS_SECRET"));

    private static final List<JsonNode> MANIFESTS = Manifests.ALL;

    @TempDir private Path home;

    @ParameterizedTest
    @EnumSource
    void a_service_listens_and_is_probed_where_the_conventions_say(Service service) {
        JsonNode container = container(service);

        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(PORTS.of(service));
        assertThat(container.at("/env/0/name").asText()).isEqualTo("MAUNTIC_HTTP_PORT");
        assertThat(container.at("/env/0/value").asInt()).isEqualTo(PORTS.of(service));
        assertThat(Manifests.one("Service", service.module()).at("/spec/ports/0/port").asInt())
                .isEqualTo(PORTS.of(service));
        assertProbe(container, "startupProbe", "/q/health/started");
        assertProbe(container, "livenessProbe", "/q/health/live");
        assertProbe(container, "readinessProbe", "/q/health/ready");
    }

    @ParameterizedTest
    @EnumSource
    void a_service_is_told_all_that_the_launcher_tells_it(Service service) {
        Set<String> told = new TreeSet<>();
        for (String secret : secretsOf(container(service))) {
            told.addAll(SECRETS.getOrDefault(secret, Set.of("MAUNTIC_SECRET")));
        }
        Manifests.one("ConfigMap", "mauntic").path("data").fieldNames().forEachRemaining(told::add);
        container(service)
                .path("env")
                .forEach(variable -> told.add(variable.path("name").asText()));
        Settings settings = new Settings(home, Map.of());
        Set<String> expected =
                new TreeSet<>(
                        new ServiceEnvironment(settings, new Secrets(home.resolve("secrets")))
                                .of(service, 1)
                                .keySet());
        expected.removeIf(name -> !name.startsWith("MAUNTIC_"));

        assertThat(told).containsAll(expected);
        assertThat(container(service).at("/envFrom/0/configMapRef/name").asText())
                .isEqualTo("mauntic");
    }

    @ParameterizedTest
    @EnumSource
    void a_service_is_given_its_own_secret_and_no_others(Service service) {
        List<String> expected = new ArrayList<>(List.of("mauntic"));
        if (service != Service.GATEWAY) {
            expected.add("mauntic-" + service.context());
        }
        if (service == Service.CRM || service == Service.MESSAGING) {
            expected.add("mauntic-addresses");
        }
        if (service == Service.MESSAGING || service == Service.CONTENT) {
            expected.add("mauntic-tracking");
        }

        assertThat(secretsOf(container(service))).isEqualTo(expected);
        if (service != Service.GATEWAY) {
            assertThat(secretsOf(migrations(service))).isEqualTo(expected);
        }
    }

    private static List<String> secretsOf(JsonNode container) {
        List<String> names = new ArrayList<>();
        for (JsonNode source : container.path("envFrom")) {
            if (source.has("secretRef")) {
                names.add(source.at("/secretRef/name").asText());
            }
        }
        return names;
    }

    @Test
    void only_the_job_that_migrates_holds_the_password_of_a_schemas_owner() {
        for (Service service : Service.contexts()) {
            String app = "postgres-%s-app".formatted(service.context());
            String owner = "postgres-%s-owner".formatted(service.context());
            JsonNode job = migrations(service);

            assertThat(secretOf(container(service), "MAUNTIC_POSTGRES_PASSWORD")).isEqualTo(app);
            assertThat(container(service).toString()).doesNotContain("-owner");
            assertThat(secretOf(job, "MAUNTIC_POSTGRES_OWNER_PASSWORD")).isEqualTo(owner);
            assertThat(secretOf(job, "MAUNTIC_POSTGRES_PASSWORD")).isEqualTo(app);
            assertThat(job.path("image")).isEqualTo(container(service).path("image"));
        }
        assertThat(container(Service.GATEWAY).toString()).doesNotContain("POSTGRES_PASSWORD");
    }

    private static String secretOf(JsonNode container, String variable) {
        for (JsonNode entry : container.path("env")) {
            if (entry.path("name").asText().equals(variable)) {
                return entry.at("/valueFrom/secretKeyRef/name").asText();
            }
        }
        throw new AssertionError(variable + " is not told");
    }

    @Test
    void mails_come_back_to_messaging() {
        JsonNode service = Manifests.one("Service", "bounces");

        assertThat(service.at("/spec/selector/app.kubernetes.io~1name").asText())
                .isEqualTo(Service.MESSAGING.module());
        assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(25);
        assertThat(service.at("/spec/ports/0/targetPort").asText()).isEqualTo("bounces");
        assertThat(container(Service.MESSAGING).at("/ports/1/name").asText()).isEqualTo("bounces");
        assertThat(container(Service.MESSAGING).at("/ports/1/containerPort").asInt())
                .isEqualTo(PORTS.bounces(1));
    }

    @Test
    void services_find_each_other() {
        JsonNode values = Manifests.one("ConfigMap", "mauntic").path("data");
        for (Service context : Service.contexts()) {
            assertThat(values.path("MAUNTIC_" + context.name() + "_URL").asText())
                    .isEqualTo("http://%s:%d".formatted(context.module(), PORTS.of(context)));
        }
    }

    @Test
    void every_context_has_its_schema_and_its_two_roles_that_bypass_nothing() {
        String schemas =
                Manifests.one("ConfigMap", "postgres-schemas").at("/data/schemas.sql").asText();
        JsonNode roles = Manifests.one("Cluster", "postgres").at("/spec/managed/roles");
        for (Service context : Service.contexts()) {
            assertThat(schemas).contains("'" + context.context() + "'");
            for (String role : List.of("owner", "app")) {
                String name = context.context() + "_" + role;
                assertThat(roles)
                        .anySatisfy(
                                entry -> {
                                    assertThat(entry.path("name").asText()).isEqualTo(name);
                                    assertThat(entry.path("bypassrls").asBoolean(true)).isFalse();
                                });
            }
        }
    }

    @Test
    void only_the_gateway_and_the_sign_in_are_open_to_the_world() {
        JsonNode rules = Manifests.one("Ingress", "mauntic").at("/spec/rules");

        assertThat(rules.findValuesAsText("name"))
                .contains("gateway", "keycloak-service")
                .doesNotContain("crm-service");
    }

    @Test
    void what_administrators_of_keycloak_do_is_reached_from_identity_alone() {
        List<String> open =
                Manifests.one("Ingress", "mauntic")
                        .at("/spec/rules/1/http/paths")
                        .findValuesAsText("path");
        JsonNode peers = Manifests.one("NetworkPolicy", "keycloak").at("/spec/ingress/0/from");

        assertThat(open).containsExactly("/realms/mauntic", "/resources");
        assertThat(container(Service.IDENTITY).at("/env/1/value").asText())
                .isEqualTo("http://keycloak-service:8080");
        assertThat(peers.findValuesAsText("app.kubernetes.io/name"))
                .containsExactly("identity-service");
    }

    @Test
    void kustomize_lists_every_manifest() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> folder = Files.list(FOLDER)) {
            folder.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
                    .forEach(files::add);
        }
        JsonNode kustomization =
                MANIFESTS.stream()
                        .filter(manifest -> manifest.path("kind").asText().equals("Kustomization"))
                        .findFirst()
                        .orElseThrow();
        Set<String> listed = new TreeSet<>();
        kustomization.path("resources").forEach(resource -> listed.add(resource.asText()));

        assertThat(listed).isEqualTo(files);
    }

    @Test
    void an_image_starts_with_the_options_that_its_aot_cache_was_recorded_with()
            throws IOException {
        String image = Files.readString(FOLDER.resolve("Dockerfile")).replace("\\\n", " ");
        String recording = image.lines().filter(line -> line.startsWith("RUN")).findFirst().get();
        String start = image.lines().filter(line -> line.startsWith("ENTRY")).findFirst().get();

        assertThat(options(recording)).contains("-XX:AOTCacheOutput=app.aot");
        assertThat(options(start)).contains("-XX:AOTCache=app.aot");
        assertThat(withoutCache(start)).isNotEmpty().isEqualTo(withoutCache(recording));
    }

    private static List<String> options(String command) {
        return Pattern.compile("--?[A-Za-z][^\"\\s,]*")
                .matcher(command.substring(command.indexOf("java")).split(">", 2)[0])
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> withoutCache(String command) {
        return options(command).stream().filter(one -> !one.contains("AOTCache")).toList();
    }

    @Test
    void no_manifest_holds_a_secret_or_a_demo_user() throws IOException {
        assertThat(MANIFESTS)
                .noneMatch(manifest -> manifest.path("kind").asText().equals("Secret"));
        assertThat(MANIFESTS.toString()).doesNotContain("mauntic-demo");
        try (var realm =
                KubernetesTest.class.getResourceAsStream("/io/mauntic/launcher/realm.json")) {
            assertThat(new String(realm.readAllBytes())).doesNotContain("mauntic-demo");
        }
    }

    private static void assertProbe(JsonNode container, String probe, String path) {
        assertThat(container.at("/%s/httpGet/path".formatted(probe)).asText()).isEqualTo(path);
        assertThat(container.at("/%s/httpGet/port".formatted(probe)).asText()).isEqualTo("http");
    }

    private static JsonNode container(Service service) {
        return Manifests.one("Deployment", service.module()).at("/spec/template/spec/containers/0");
    }

    private static JsonNode migrations(Service service) {
        return Manifests.one("Job", service.context() + "-migrations")
                .at("/spec/template/spec/containers/0");
    }
}
