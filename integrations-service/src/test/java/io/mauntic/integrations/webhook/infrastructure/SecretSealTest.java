package io.mauntic.integrations.webhook.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.integrations.webhook.domain.SigningSecret;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretSealTest {

    private final SigningSecret secret = new SigningSecret(new byte[SigningSecret.BYTES]);

    @Test
    void a_webhook_goes_on_signing_with_its_secret_after_a_rotation() {
        byte[] sealed = new SecretSeal(List.of("old")).seal(secret);

        assertThat(new SecretSeal(List.of("new", "old")).open(sealed).key())
                .isEqualTo(secret.key());
    }

    @Test
    void what_a_removed_key_sealed_is_not_opened() {
        byte[] sealed = new SecretSeal(List.of("old")).seal(secret);

        assertThatThrownBy(() -> new SecretSeal(List.of("new")).open(sealed))
                .hasMessageContaining("MAUNTIC_SECRET that is gone");
    }
}
