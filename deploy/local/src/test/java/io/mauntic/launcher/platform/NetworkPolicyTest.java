package io.mauntic.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mauntic.launcher.settings.Ports;
import io.mauntic.launcher.settings.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing reaches anything in the cluster but by a way that is needed. */
class NetworkPolicyTest {

    private static final Ports PORTS = new Ports(8080);

    /** Who asks a service, beside the gateway: see "Services that call each other". */
    private static final Map<Service, Set<String>> CALLERS =
            Map.of(
                    Service.CRM, Set.of("campaign-service", "messaging-service"),
                    Service.MESSAGING, Set.of("campaign-service"));

    @Test
    void nothing_is_open_but_what_a_policy_opens() {
        JsonNode policy = policy("default-deny").path("spec");

        assertThat(policy.path("podSelector").isEmpty()).isTrue();
        assertThat(policy.path("policyTypes"))
                .extracting(JsonNode::asText)
                .containsExactly("Ingress", "Egress");
        assertThat(policy.has("ingress")).isFalse();
        assertThat(policy.has("egress")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_service_is_asked_on_its_own_port_by_those_who_need_it(Service service) {
        Set<String> expected = new TreeSet<>(CALLERS.getOrDefault(service, Set.of()));
        if (service != Service.GATEWAY) {
            expected.add("gateway");
        }
        JsonNode rule = policy(service.module()).at("/spec/ingress/0");

        assertThat(portsOf(rule)).containsExactly(PORTS.of(service));
        assertThat(peersOf(rule.path("from"))).isEqualTo(expected);
        assertThat(rule.path("from").findValuesAsText("kubernetes.io/metadata.name"))
                .isEqualTo(service == Service.GATEWAY ? List.of("ingress-nginx") : List.of());
        assertThat(policy(service.module()).at("/spec/podSelector/matchLabels"))
                .isEqualTo(
                        Manifests.one("Deployment", service.module())
                                .at("/spec/selector/matchLabels"));
    }

    @Test
    void whoever_asks_a_service_may_leave_for_it() {
        for (Service asked : Service.contexts()) {
            Set<String> callers = new TreeSet<>(CALLERS.getOrDefault(asked, Set.of()));
            callers.add("gateway");
            for (Service caller : Service.values()) {
                boolean leaves =
                        rules(caller.module(), "egress")
                                .anyMatch(
                                        rule ->
                                                peersOf(rule.path("to")).contains(asked.module())
                                                        && portsOf(rule).contains(PORTS.of(asked)));
                assertThat(leaves)
                        .as("%s to %s", caller, asked)
                        .isEqualTo(callers.contains(caller.module()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void a_context_reaches_its_database_and_the_broker_and_the_gateway_does_not(Service service) {
        assertThat(leavesFor(service, "cnpg.io/cluster", "postgres", 5432)).isTrue();
        assertThat(leavesFor(service, "strimzi.io/cluster", "kafka", 9092)).isTrue();
        assertThat(leavesFor(Service.GATEWAY, "cnpg.io/cluster", "postgres", 5432)).isFalse();
        assertThat(leavesFor(Service.GATEWAY, "strimzi.io/cluster", "kafka", 9092)).isFalse();
    }

    @Test
    void mails_come_back_to_messaging_from_anywhere_and_nothing_else_does() {
        List<Integer> open = new ArrayList<>();
        for (JsonNode policy : Manifests.all("NetworkPolicy")) {
            for (JsonNode rule : policy.at("/spec/ingress")) {
                if (!rule.has("from")) {
                    open.addAll(portsOf(rule));
                    assertThat(policy.at("/metadata/name").asText()).isEqualTo("messaging-service");
                }
            }
        }

        assertThat(open).containsExactly(PORTS.bounces(1));
    }

    @Test
    void mails_leave_from_messaging_and_webhooks_for_nothing_private() {
        int smtp = Manifests.one("ConfigMap", "mauntic").at("/data/MAUNTIC_SMTP_PORT").asInt();
        assertThat(rules("messaging-service", "egress").filter(rule -> !rule.has("to")))
                .extracting(NetworkPolicyTest::portsOf)
                .containsExactly(List.of(smtp), List.of(443));
        assertThat(
                        rules("integrations-service", "egress")
                                .flatMap(rule -> rule.findValues("except").stream())
                                .findFirst()
                                .orElseThrow())
                .extracting(JsonNode::asText)
                .containsExactly(
                        "10.0.0.0/8",
                        "100.64.0.0/10",
                        "169.254.0.0/16",
                        "172.16.0.0/12",
                        "192.168.0.0/16");
    }

    @Test
    void the_broker_lets_in_services_alone() {
        JsonNode peer =
                Manifests.one("Kafka", "kafka").at("/spec/kafka/listeners/0/networkPolicyPeers/0");

        assertThat(peer.at("/podSelector/matchLabels/app.kubernetes.io~1part-of").asText())
                .isEqualTo("mauntic");
        assertThat(peer.at("/podSelector/matchExpressions/0/operator").asText()).isEqualTo("NotIn");
        assertThat(peer.at("/podSelector/matchExpressions/0/values/0").asText())
                .isEqualTo("gateway");
    }

    private static boolean leavesFor(Service service, String label, String value, int port) {
        return rules(service.module(), "egress")
                .anyMatch(
                        rule ->
                                rule.path("to").findValuesAsText(label).contains(value)
                                        && portsOf(rule).contains(port));
    }

    private static JsonNode policy(String name) {
        return Manifests.one("NetworkPolicy", name);
    }

    private static Stream<JsonNode> rules(String policy, String direction) {
        return policy(policy).path("spec").path(direction).valueStream();
    }

    private static List<Integer> portsOf(JsonNode rule) {
        return rule.path("ports").valueStream().map(port -> port.path("port").asInt()).toList();
    }

    /** The services among the peers, by name. */
    private static Set<String> peersOf(JsonNode peers) {
        return new TreeSet<>(peers.findValuesAsText("app.kubernetes.io/name"));
    }
}
