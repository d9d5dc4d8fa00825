package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.application.Delivery;
import io.mauntic.integrations.delivery.application.Receivers;
import io.mauntic.integrations.delivery.domain.Attempt;
import io.mauntic.integrations.webhook.domain.WebhookUrl;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Posts deliveries as Standard Webhooks 1.0 says. Redirects are answers like others, and never
 * followed.
 */
@ApplicationScoped
class HttpReceivers implements Receivers {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final CheckedAddresses addresses;
    private final Clock clock;
    private final HttpClient client;

    HttpReceivers(Vertx vertx, CheckedAddresses addresses, Clock clock) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.clock = clock;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(5_000)
                                .setIdleTimeout(30)
                                .setKeepAliveTimeout(20),
                        new PoolOptions().setHttp1MaxSize(10));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public Uni<Attempt> deliver(Delivery delivery) {
        Instant at = clock.instant();
        WebhookUrl url = WebhookUrl.parse(delivery.url()).orElseThrow();
        return addresses
                .resolve(url.hostToResolve())
                .chain(address -> post(url, address, delivery, at))
                .onFailure()
                .recoverWithItem(
                        failure ->
                                Attempt.unanswered(
                                        at,
                                        Duration.between(at, clock.instant()),
                                        ConnectionFailures.sentence(failure)));
    }

    private Uni<Attempt> post(WebhookUrl url, InetAddress address, Delivery delivery, Instant at) {
        long timestamp = at.getEpochSecond();
        String id = delivery.eventId().toString();
        String signatures =
                delivery.secrets().stream()
                        .map(secret -> secret.sign(id, timestamp, delivery.payload()))
                        .collect(Collectors.joining(" "));
        RequestOptions request =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        url.port(), address.getHostAddress()))
                        .setHost(url.host())
                        .setPort(url.port())
                        .setSsl(url.secure())
                        .setURI(url.target())
                        .setFollowRedirects(false)
                        .putHeader("content-type", "application/json")
                        .putHeader("user-agent", "Mauntic-Webhooks/1")
                        .putHeader("webhook-id", id)
                        .putHeader("webhook-timestamp", Long.toString(timestamp))
                        .putHeader("webhook-signature", signatures);
        return new Exchange(vertx, clock, at, TIMEOUT).run(client, request, delivery.payload());
    }
}
