package io.mauntic.gateway.proxy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.SecurityEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Streams of events that viewers keep open. None outlives its session: those of a person who signs
 * out here end at once, all others with the access token they were opened with; a browser that is
 * still signed in opens the next by itself.
 */
@ApplicationScoped
public class Streams {

    private final Vertx vertx;
    private final Map<String, Set<HttpClientRequest>> bySession = new ConcurrentHashMap<>();

    Streams(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Watches over a stream until it ends. */
    public void keep(HttpClientResponse answer, RoutingContext context, String accessToken) {
        var claims = claims(accessToken);
        var session = claims.getString("sid", accessToken);
        var stream = answer.request();
        bySession.computeIfAbsent(session, _ -> ConcurrentHashMap.newKeySet()).add(stream);
        var rest = claims.getLong("exp") - Instant.now(Clock.systemUTC()).getEpochSecond();
        var timer = vertx.setTimer(Math.max(1, rest * 1_000), _ -> stream.reset());
        context.addEndHandler(
                _ -> {
                    vertx.cancelTimer(timer);
                    forget(session, stream);
                });
    }

    void ended(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED) {
            var token = event.getSecurityIdentity().getCredential(AccessTokenCredential.class);
            if (token != null) {
                bySession
                        .getOrDefault(claims(token.getToken()).getString("sid", ""), Set.of())
                        .forEach(HttpClientRequest::reset);
            }
        }
    }

    private void forget(String session, HttpClientRequest stream) {
        bySession.computeIfPresent(
                session,
                (_, streams) -> {
                    streams.remove(stream);
                    return streams.isEmpty() ? null : streams;
                });
    }

    // It was verified when the session was read.
    private static JsonObject claims(String token) {
        var payload = token.split("\\.", -1)[1];
        return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(payload)));
    }
}
