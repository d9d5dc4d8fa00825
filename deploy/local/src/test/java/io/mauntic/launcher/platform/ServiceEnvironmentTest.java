package io.mauntic.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.launcher.settings.Secrets;
import io.mauntic.launcher.settings.Service;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
    @TempDir private Path home;

    private Map<String, String> of(Service service, Map<String, String> given) {
        return environment(given).of(service, 1);
    }

    private ServiceEnvironment environment(Map<String, String> given) {
        return new ServiceEnvironment(
                new Settings(home, given), new Secrets(home.resolve("secrets")));
    }

    @Test
    void a_service_gets_all_that_the_conventions_promise() throws IOException {
        String conventions = Files.readString(Path.of("../../docs/conventions.md"));
        String paragraph =
                conventions.substring(
                        conventions.indexOf("A service is configured"),
                        conventions.indexOf("## Routes"));
        Set<String> promised =
                Pattern.compile("`(MAUNTIC_[A-Z_0-9]+)`")
                        .matcher(paragraph)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());

        assertThat(promised).hasSizeGreaterThan(10);
        assertThat(of(Service.CRM, Map.of())).containsKeys(promised.toArray(String[]::new));
    }

    @Test
    void services_find_each_other_and_themselves_on_the_moved_ports() {
        assertThat(of(Service.CAMPAIGN, Map.of("MAUNTIC_PORT", "9000")))
                .containsEntry("MAUNTIC_HTTP_PORT", "9003")
                .containsEntry("MAUNTIC_CRM_URL", "http://localhost:9002")
                .containsEntry("MAUNTIC_KAFKA", "localhost:9013")
                .containsEntry("MAUNTIC_KEYCLOAK_URL", "http://localhost:9010")
                .containsEntry("MAUNTIC_PUBLIC_URL", "http://localhost:9000");
    }

    @Test
    void the_gateway_alone_knows_every_replica() {
        Map<String, String> two = Map.of("MAUNTIC_PORT", "9000", "MAUNTIC_REPLICAS", "2");

        assertThat(of(Service.GATEWAY, two))
                .containsEntry("MAUNTIC_CRM_URL", "http://localhost:9002,http://localhost:9022");
        assertThat(of(Service.CAMPAIGN, two))
                .containsEntry("MAUNTIC_CRM_URL", "http://localhost:9002");
        assertThat(environment(two).of(Service.MESSAGING, 2))
                .containsEntry("MAUNTIC_HTTP_PORT", "9024")
                .containsEntry("MAUNTIC_BOUNCE_PORT", "9028");
    }

    @Test
    void a_service_knows_the_password_of_its_own_role_alone() {
        ServiceEnvironment environment =
                new ServiceEnvironment(
                        new Settings(home, Map.of("MAUNTIC_POSTGRES_ADMIN_PASSWORD", "superuser")),
                        new Secrets(home.resolve("secrets")));
        Set<String> passwords = new HashSet<>(Set.of(environment.ownersPassword(), "superuser"));
        for (Service service : Service.contexts()) {
            Map<String, String> told = environment.of(service, 1);
            assertThat(passwords).doesNotContain(told.get("MAUNTIC_POSTGRES_PASSWORD"));
            assertThat(told.values()).doesNotContainAnyElementsOf(passwords);
            passwords.add(told.get("MAUNTIC_POSTGRES_PASSWORD"));
        }
        assertThat(environment.of(Service.GATEWAY, 1).values())
                .doesNotContainAnyElementsOf(passwords);
    }

    @Test
    void a_service_knows_its_own_secret_alone_and_two_share_that_of_tracked_links_or_addresses() {
        ServiceEnvironment environment = environment(Map.of());
        Set<String> seen = new HashSet<>();
        for (Service service : Service.contexts()) {
            Map<String, String> told = environment.of(service, 1);
            assertThat(told.values()).noneMatch(seen::contains);
            assertThat(told.get("MAUNTIC_SECRET")).hasSize(43);
            seen.add(told.get("MAUNTIC_SECRET"));
        }
        String tracking = environment.of(Service.MESSAGING, 1).get("MAUNTIC_TRACKING_SECRET");
        assertThat(seen).hasSize(7).doesNotContain(tracking);
        for (Service service : Service.values()) {
            assertThat(environment.of(service, 1).containsValue(tracking))
                    .isEqualTo(service == Service.MESSAGING || service == Service.CONTENT);
            assertThat(environment.of(service, 1).containsKey("MAUNTIC_ADDRESS_SECRET"))
                    .isEqualTo(service == Service.CRM || service == Service.MESSAGING);
        }
        assertThat(environment.of(Service.GATEWAY, 1).values()).doesNotContainAnyElementsOf(seen);
    }

    @Test
    void what_was_sealed_while_all_had_one_secret_still_opens() {
        Secrets former = new Secrets(home.resolve("secrets"));
        String shared = former.get("platform.secret");

        assertShared(environment(Map.of()), shared);
        assertShared(environment(Map.of("MAUNTIC_SECRET", "given")), "given");
    }

    private static void assertShared(ServiceEnvironment environment, String shared) {
        assertThat(environment.of(Service.MESSAGING, 1).get("MAUNTIC_SECRET"))
                .matches("[\\w-]{43}," + shared);
        assertThat(environment.of(Service.INTEGRATIONS, 1).get("MAUNTIC_SECRET"))
                .matches("[\\w-]{43}," + shared);
        assertThat(environment.of(Service.CONTENT, 1).get("MAUNTIC_TRACKING_SECRET"))
                .isEqualTo(environment.of(Service.MESSAGING, 1).get("MAUNTIC_TRACKING_SECRET"))
                .matches("[\\w-]{43}," + shared);
        assertThat(environment.of(Service.CRM, 1).get("MAUNTIC_SECRET")).hasSize(43);
        assertThat(environment.of(Service.GATEWAY, 1)).doesNotContainKey("MAUNTIC_SECRET");
    }

    @Test
    void only_the_gateway_can_be_reached_from_outside() {
        assertThat(of(Service.GATEWAY, Map.of())).doesNotContainKey("QUARKUS_HTTP_HOST");
        assertThat(of(Service.CRM, Map.of())).containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1");
    }

    @Test
    void what_the_user_says_reaches_the_services() {
        assertThat(of(Service.INTEGRATIONS, Map.of("MAUNTIC_WEBHOOK_ALLOW_PRIVATE", "true")))
                .containsEntry("MAUNTIC_WEBHOOK_ALLOW_PRIVATE", "true");
    }
}
