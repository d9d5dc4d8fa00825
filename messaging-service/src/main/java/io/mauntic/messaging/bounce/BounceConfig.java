package io.mauntic.messaging.bounce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where mails come back to. */
@ConfigMapping(prefix = "mauntic.bounce")
interface BounceConfig {

    /**
     * The domain whose mail exchanger (MX) leads to {@link #port}. Without one, mails leave with
     * the marketer's own address as their envelope sender, and nothing is received.
     */
    Optional<String> domain();

    @WithDefault("8088")
    int port();
}
