package io.mauntic.messaging.delivery.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently mails are sent. */
@ConfigMapping(prefix = "mauntic.delivery")
interface DeliveryConfig {

    /** The delay after the first temporary refusal; see {@link RetryPolicy}. */
    @WithDefault("PT1M")
    Duration retryDelay();

    /** Temporary refusals after which a mail is given up as a soft bounce. */
    @WithDefault("8")
    int attempts();
}
