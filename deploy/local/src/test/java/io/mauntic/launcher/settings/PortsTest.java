package io.mauntic.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.launcher.component.Probe;
import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void everything_moves_with_the_gateway() {
        Ports ports = new Ports(9000);

        assertThat(Stream.of(Service.values()).map(ports::of))
                .containsExactly(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007);
        assertThat(ports.keycloak()).isEqualTo(9010);
        assertThat(ports.keycloakManagement()).isEqualTo(9011);
        assertThat(ports.postgres()).isEqualTo(9012);
        assertThat(ports.kafka()).isEqualTo(9013);
        assertThat(ports.kafkaController()).isEqualTo(9014);
        assertThat(ports.s3()).isEqualTo(9015);
        assertThat(ports.smtp()).isEqualTo(9016);
        assertThat(ports.imap()).isEqualTo(9017);
        assertThat(ports.mailApi()).isEqualTo(9018);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 80, 1023, 65_518, 70_000})
    void a_port_that_leaves_no_room_for_the_others_is_refused(int port) {
        assertThatThrownBy(() -> new Ports(port))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("MAUNTIC_PORT must be between 1024 and 65517, not " + port);
    }

    @Test
    void a_range_with_a_taken_port_is_passed_over() throws IOException {
        Ports first = Ports.free();
        try (ServerSocket taken = new ServerSocket(first.kafka())) {
            assertThat(Probe.free(taken.getLocalPort())).isFalse();
            assertThat(Ports.free()).isNotEqualTo(first);
        }
    }
}
