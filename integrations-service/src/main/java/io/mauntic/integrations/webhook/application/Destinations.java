package io.mauntic.integrations.webhook.application;

import io.mauntic.kernel.InvalidValues;
import io.smallrye.mutiny.Uni;

/** Where webhooks may lead. */
public interface Destinations {

    /**
     * Fails with {@link InvalidValues} when the address leads into a private network. A name that
     * leads nowhere yet passes: it is checked again at each attempt. Asks the network, so never
     * inside a unit of work.
     */
    Uni<Void> check(String url);
}
