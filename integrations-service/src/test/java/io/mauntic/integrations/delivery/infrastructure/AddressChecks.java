package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.application.Delivery;
import io.mauntic.integrations.webhook.domain.SigningSecret;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.events.Lane;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The real checks and the real client, with the permission of the test's choice. */
public final class AddressChecks {

    private AddressChecks() {}

    public static void check(Vertx vertx, String url, boolean allowPrivate) {
        new CheckedAddresses(vertx, allowPrivate).check(url).await().atMost(Duration.ofSeconds(10));
    }

    /** Why an attempt came to nothing; empty when there was an answer. */
    public static Optional<String> attempt(
            Vertx vertx, String url, boolean allowPrivate, Duration atMost) {
        HttpReceivers receivers =
                new HttpReceivers(
                        vertx, new CheckedAddresses(vertx, allowPrivate), Clock.systemUTC());
        Delivery delivery =
                new Delivery(
                        1,
                        new OrganizationId(1),
                        new WebhookId(1),
                        "Warehouse",
                        url,
                        List.of(new SigningSecret(new byte[32])),
                        UUID.randomUUID(),
                        "ContactCreated",
                        "{}",
                        Lane.REALTIME,
                        0);
        return receivers.deliver(delivery).await().atMost(atMost).error();
    }
}
