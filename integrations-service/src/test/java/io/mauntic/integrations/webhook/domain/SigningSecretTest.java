package io.mauntic.integrations.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    // The example of the specification's own reference libraries.
    @Test
    void a_signature_is_what_every_library_of_standard_webhooks_expects() {
        SigningSecret secret =
                new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(
                        secret.sign(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330,
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_is_shown_in_base64_behind_its_prefix_and_never_by_accident() {
        SigningSecret secret = new SigningSecret(new byte[32]);

        assertThat(secret.text()).isEqualTo("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(secret).hasToString("whsec_…");
    }

    @Test
    void a_short_key_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SigningSecret(new byte[23]));
    }
}
