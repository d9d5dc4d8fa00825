package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.domain.AddressPolicy;
import io.mauntic.integrations.webhook.application.Destinations;
import io.mauntic.integrations.webhook.domain.WebhookUrl;
import io.mauntic.kernel.InvalidValues;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds out where an address leads, and refuses it when any of its answers is private. */
@ApplicationScoped
class CheckedAddresses implements Destinations {

    private final Vertx vertx;
    private final boolean allowPrivate;

    CheckedAddresses(
            Vertx vertx,
            @ConfigProperty(name = "mauntic.webhook.allow-private", defaultValue = "false")
                    boolean allowPrivate) {
        this.vertx = vertx;
        this.allowPrivate = allowPrivate;
    }

    static final class PrivateAddress extends Exception {

        private static final long serialVersionUID = 1L;

        PrivateAddress() {
            super("The address leads into a private network.", null, false, false);
        }
    }

    @Override
    public Uni<Void> check(String url) {
        return WebhookUrl.parse(url)
                .map(parsed -> resolve(parsed.hostToResolve()))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .replaceWithVoid()
                .onFailure(PrivateAddress.class)
                .transform(
                        _ ->
                                new InvalidValues(
                                        "url",
                                        "This address leads into a private network, where events are not sent."))
                .onFailure(UnknownHostException.class)
                .recoverWithNull();
    }

    /**
     * The address to connect to. Whoever connects uses this very address and not the name again: a
     * second answer could be another one. Fails with {@link PrivateAddress} or {@link
     * UnknownHostException}.
     */
    Uni<InetAddress> resolve(String host) {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(() -> lookUp(host), false).toCompletionStage());
    }

    private InetAddress lookUp(String host) throws UnknownHostException, PrivateAddress {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!allowPrivate && !Arrays.stream(addresses).allMatch(AddressPolicy::allows)) {
            throw new PrivateAddress();
        }
        return Arrays.stream(addresses)
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .orElse(addresses[0]);
    }
}
