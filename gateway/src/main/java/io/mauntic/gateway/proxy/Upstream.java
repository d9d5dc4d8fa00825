package io.mauntic.gateway.proxy;

import io.mauntic.gateway.Addresses;
import io.mauntic.gateway.Service;
import io.mauntic.gateway.limits.ClientAddress;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to the services: bodies streamed, never held. What viewers keep open has a pool of
 * connections of its own, so that a page never waits for one of them. Where several replicas are
 * known by addresses of their own, they take turns.
 */
@ApplicationScoped
public class Upstream {

    private static final long ANSWER_WITHIN_MILLIS = 60_000;
    private static final int PAGES = 256;
    private static final int STREAMS = 10_000;
    private static final String EVENTS = "text/event-stream";

    private final Vertx vertx;
    private final HttpClient client;
    private final HttpClient streams;
    private final Addresses addresses;
    private final ClientAddress clientAddress;
    private final Map<Service, AtomicInteger> turns = new EnumMap<>(Service.class);

    Upstream(Vertx vertx, Addresses addresses, ClientAddress clientAddress) {
        this.clientAddress = clientAddress;
        this.vertx = vertx;
        this.addresses = addresses;
        client = client(PAGES);
        streams = client(STREAMS);
        // Each its own: a page that always asks two services would give each the same replica.
        for (var service : Service.values()) {
            turns.put(service, new AtomicInteger());
        }
    }

    private HttpClient client(int connections) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(2_000)
                        .setMaxPoolSize(connections)
                        .setMaxWaitQueueSize(1_000)
                        .setKeepAliveTimeout(30)
                        .setTcpNoDelay(true));
    }

    /** A request of a browser or an integrator, passed on with its body. */
    public Future<HttpClientResponse> forward(
            RoutingContext context,
            Service service,
            String uri,
            Credentials credentials,
            long limit) {
        var incoming = context.request();
        // What arrives before there is somebody to hand it to would be lost.
        incoming.pause();
        var answering = accepts(incoming, EVENTS) ? streams : client;
        return open(answering, service, incoming.method(), uri)
                .compose(
                        outgoing -> {
                            Headers.copyRequest(
                                    incoming,
                                    clientAddress.of(incoming),
                                    outgoing.headers(),
                                    credentials,
                                    addresses.publicUrl());
                            // Every failure comes by the response's future as well; without a
                            // handler it is
                            // logged as an error.
                            outgoing.exceptionHandler(_ -> {});
                            context.addEndHandler(
                                    ended -> {
                                        if (ended.failed()) {
                                            outgoing.reset();
                                        }
                                    });
                            return send(context, outgoing, limit);
                        })
                .onFailure(_ -> incoming.resume());
    }

    /** A question of the gateway's own, for a person. */
    public Future<HttpClientResponse> get(Service service, String uri, String accessToken) {
        return ask(service, HttpMethod.GET, uri, accessToken, null);
    }

    /**
     * The same by any method.
     *
     * @param body null when there is none
     */
    public Future<HttpClientResponse> ask(
            Service service, HttpMethod method, String uri, String accessToken, JsonObject body) {
        return open(client, service, method, uri)
                .compose(
                        request -> {
                            request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
                            request.putHeader(HttpHeaders.ACCEPT, "application/json");
                            if (body == null) {
                                return request.send();
                            }
                            request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
                            return request.send(body.toBuffer());
                        });
    }

    /** Whether an answer goes on for as long as somebody listens. */
    public static boolean isStream(MultiMap headers) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(EVENTS);
    }

    private static boolean accepts(HttpServerRequest request, String type) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(type);
    }

    private Future<HttpClientRequest> open(
            HttpClient through, Service service, HttpMethod method, String uri) {
        var replicas = addresses.of(service);
        var first = Math.floorMod(turns.get(service).getAndIncrement(), replicas.size());
        var opened = open(through, replicas.get(first), method, uri);
        for (int next = 1; next < replicas.size(); next++) {
            var other = replicas.get((first + next) % replicas.size());
            // Without a connection nothing was asked yet.
            opened = opened.recover(_ -> open(through, other, method, uri));
        }
        return opened;
    }

    private static Future<HttpClientRequest> open(
            HttpClient through, URI replica, HttpMethod method, String uri) {
        return through.request(
                new RequestOptions()
                        .setMethod(method)
                        .setSsl("https".equals(replica.getScheme()))
                        .setHost(replica.getHost())
                        .setPort(portOf(replica))
                        .setURI(uri));
    }

    private Future<HttpClientResponse> send(
            RoutingContext context, HttpClientRequest outgoing, long limit) {
        var incoming = context.request();
        var length = incoming.getHeader(HttpHeaders.CONTENT_LENGTH);
        var chunked = incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (length == null && !chunked) {
            incoming.resume();
            return answerOf(outgoing, outgoing.send());
        }
        if (length != null) {
            outgoing.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        } else {
            outgoing.setChunked(true);
        }
        if ("100-continue".equalsIgnoreCase(incoming.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        var body = new LimitedStream(incoming, limit);
        var answer = Promise.<HttpClientResponse>promise();
        // Never end it on a failure: half an upload must not pass for a whole one.
        body.pipe()
                .endOnFailure(false)
                .to(outgoing)
                .onFailure(
                        failure -> {
                            answer.tryFail(failure);
                            outgoing.reset();
                        });
        // A service may answer before it has read everything, as it does to a file that is none.
        outgoing.response().onComplete(answer::tryComplete, answer::tryFail);
        body.onEnd(() -> limitWait(outgoing, answer.future()));
        return answer.future();
    }

    private Future<HttpClientResponse> answerOf(
            HttpClientRequest outgoing, Future<HttpClientResponse> answer) {
        limitWait(outgoing, answer);
        return answer;
    }

    // The clock starts when the whole request is with the service: an upload takes what it takes.
    private void limitWait(HttpClientRequest outgoing, Future<HttpClientResponse> answer) {
        var timer =
                vertx.setTimer(
                        ANSWER_WITHIN_MILLIS,
                        _ -> outgoing.reset(0, new TimeoutException("no answer in time")));
        answer.onComplete(_ -> vertx.cancelTimer(timer));
    }

    private static int portOf(URI target) {
        if (target.getPort() != -1) {
            return target.getPort();
        }
        return "https".equals(target.getScheme()) ? 443 : 80;
    }
}
