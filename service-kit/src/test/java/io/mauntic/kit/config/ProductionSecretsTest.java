package io.mauntic.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that nobody has given secrets of its own does not start. */
class ProductionSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mauntic.secret",
                "mauntic.tracking.secret",
                "mauntic.address.secret",
                "quarkus.datasource.password",
                "quarkus.oidc-client.credentials.secret"
            })
    void production_has_no_default_secret(String secret) throws IOException {
        SmallRyeConfig production = config("prod");

        assertThatThrownBy(() -> production.getValue(secret, String.class))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(config("dev").getValue(secret, String.class)).isNotBlank();
    }

    private static SmallRyeConfig config(String profile) throws IOException {
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(
                                ProductionSecretsTest.class.getResource(
                                        "/META-INF/microprofile-config.properties")))
                .build();
    }
}
