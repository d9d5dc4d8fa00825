package io.mauntic.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress behindProxies =
            new ClientAddress(List.of("10.0.0.0/8", "2001:db8::1"));

    @Test
    void nobody_is_believed_unless_the_operator_says_so() {
        ClientAddress open = new ClientAddress(List.of());

        assertThat(open.of("203.0.113.7", List.of("6.6.6.6"))).isEqualTo("203.0.113.7");
        assertThat(behindProxies.of("203.0.113.7", List.of("6.6.6.6"))).isEqualTo("203.0.113.7");
    }

    @Test
    void a_proxys_word_counts_and_what_its_peer_claims_does_not() {
        assertThat(behindProxies.of("10.1.2.3", List.of("203.0.113.7"))).isEqualTo("203.0.113.7");
        assertThat(behindProxies.of("2001:db8::1", List.of("6.6.6.6, 203.0.113.7")))
                .isEqualTo("203.0.113.7");
        assertThat(behindProxies.of("10.1.2.3", List.of("6.6.6.6", "203.0.113.7, 10.9.9.9")))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void what_is_no_address_is_not_taken_for_one() {
        assertThat(behindProxies.of("10.1.2.3", List.of("<script>, "))).isEqualTo("10.1.2.3");
        assertThat(behindProxies.of("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
        assertThatThrownBy(() -> new ClientAddress(List.of("proxy.example")))
                .hasMessage("No address or CIDR block: proxy.example");
    }
}
