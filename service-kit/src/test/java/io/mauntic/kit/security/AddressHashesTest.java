package io.mauntic.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressHashesTest {

    private static final OrganizationId DEMO = new OrganizationId(1);

    private final AddressHashes hashes = new AddressHashes("secret");

    private Optional<AddressHash> ada(OrganizationId organization) {
        return hashes.of(organization, Channel.EMAIL, "ada@lovelace.example");
    }

    // Rows outlive the program that wrote them: another hash would forget whom not to write to.
    @Test
    void the_hash_of_an_address_is_the_same_for_ever() {
        assertThat(ada(DEMO).map(AddressHash::hex))
                .contains("f3d1ff70921f40bacba9008fd5f4ed942c6ab32cdf93d1d03ed0bfeed2e903a2");
    }

    @Test
    void spellings_share_a_hash_and_organizations_channels_and_secrets_do_not() {
        assertThat(hashes.of(DEMO, Channel.EMAIL, " ADA@Lovelace.example")).isEqualTo(ada(DEMO));
        assertThat(ada(new OrganizationId(2))).isPresent().isNotEqualTo(ada(DEMO));
        assertThat(hashes.of(DEMO, Channel.PUSH, "ada@lovelace.example"))
                .isPresent()
                .isNotEqualTo(ada(DEMO));
        assertThat(new AddressHashes("other").of(DEMO, Channel.EMAIL, "ada@lovelace.example"))
                .isPresent()
                .isNotEqualTo(ada(DEMO));
        assertThat(hashes.of(DEMO, Channel.EMAIL, "nobody")).isEmpty();
    }
}
