package io.mauntic.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How much each may ask, a replica of the gateway. */
@ConfigMapping(prefix = "mauntic.limits")
public interface LimitsConfig {

    /** One address: people behind it share it. */
    @WithDefault("100")
    int addressPerSecond();

    /** One signed-in browser. */
    @WithDefault("50")
    int sessionPerSecond();

    /** One client of the API. */
    @WithDefault("100")
    int clientPerSecond();

    /** Submissions of one form, whoever sends them. */
    @WithDefault("300")
    int formPerSecond();

    /**
     * The proxies before the gateway whose {@code X-Forwarded-For} is believed: addresses or CIDR
     * blocks, such as {@code 10.0.0.0/8}. Nobody's else is.
     */
    Optional<List<String>> trustedProxies();
}
