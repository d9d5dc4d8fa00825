package io.mauntic.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.mauntic.gateway.page.Trouble;
import io.mauntic.gateway.proxy.ProblemReply;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Refuses with 429 whoever asks too much, before anything is done for the request: by address, by
 * session, by form, and, once the token is known to be good, by client of the API.
 */
@ApplicationScoped
public class RateLimits implements Handler<RoutingContext> {

    private static final int REMEMBERED = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final String SESSION_COOKIES = "q_session";
    // The end of an encrypted cookie is its authentication tag: no two are the same.
    private static final int TAG = 20;

    private record Key(Allowance allowance, String of) {}

    private final LimitsConfig config;
    private final ClientAddress clientAddress;
    private final Trouble trouble;
    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(FORGOTTEN).build();

    RateLimits(LimitsConfig config, ClientAddress clientAddress, Trouble trouble) {
        this.config = config;
        this.clientAddress = clientAddress;
        this.trouble = trouble;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        boolean allowed =
                path.startsWith("/ui-kit/")
                        || path.startsWith("/q/")
                        || allows(context, Allowance.ADDRESS, clientAddress.of(context.request()))
                                && form(context, path)
                                && session(context);
        if (allowed) {
            context.next();
        }
    }

    /** Whether a client of the API may go on; answers if not. */
    public boolean client(RoutingContext context, String client) {
        return allows(context, Allowance.CLIENT, client);
    }

    private boolean form(RoutingContext context, String path) {
        return context.request().method() != HttpMethod.POST
                || !path.startsWith("/f/")
                || allows(context, Allowance.FORM, path.split("/", 4)[2]);
    }

    private boolean session(RoutingContext context) {
        return context.request().cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(SESSION_COOKIES))
                .map(Cookie::getValue)
                .filter(value -> value.length() >= TAG)
                .min(Comparator.naturalOrder())
                .map(value -> value.substring(value.length() - TAG))
                .map(tag -> allows(context, Allowance.SESSION, tag))
                .orElse(true);
    }

    private boolean allows(RoutingContext context, Allowance allowance, String of) {
        int perSecond = perSecond(allowance);
        ConsumptionProbe probe =
                buckets.get(new Key(allowance, of), _ -> allowance.bucket(perSecond))
                        .tryConsumeAndReturnRemaining(1);
        var headers = context.response().headers();
        allowance.tell(headers, perSecond, probe);
        if (!probe.isConsumed()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Allowance.seconds(probe)));
            refuse(context);
        }
        return probe.isConsumed();
    }

    private void refuse(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith("/app") || path.startsWith("/ui/")) {
            trouble.tell(context, null, 429, Optional.empty());
        } else {
            ProblemReply.TOO_MANY_REQUESTS.send(context);
        }
    }

    private int perSecond(Allowance allowance) {
        return switch (allowance) {
            case ADDRESS -> config.addressPerSecond();
            case SESSION -> config.sessionPerSecond();
            case CLIENT -> config.clientPerSecond();
            case FORM -> config.formPerSecond();
        };
    }
}
