package io.mauntic.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.stream.Collectors;

/** By what a request names its sender to a service. */
public sealed interface Credentials {

    void apply(MultiMap from, MultiMap to);

    /** A person's session becomes a bearer token; the cookies stay at the gateway. */
    record Session(String accessToken) implements Credentials {
        @Override
        public void apply(MultiMap from, MultiMap to) {
            to.set(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
        }
    }

    /** An integrator's own token, as it came. */
    record Bearer() implements Credentials {
        @Override
        public void apply(MultiMap from, MultiMap to) {
            if (from.contains(HttpHeaders.AUTHORIZATION)) {
                to.set(HttpHeaders.AUTHORIZATION, from.get(HttpHeaders.AUTHORIZATION));
            }
        }
    }

    /** A visitor has no more than cookies of ours, and never the session of a person. */
    record Visitor() implements Credentials {
        @Override
        public void apply(MultiMap from, MultiMap to) {
            var kept =
                    from.getAll(HttpHeaders.COOKIE).stream()
                            .flatMap(header -> Arrays.stream(header.split(";")))
                            .map(String::trim)
                            .filter(cookie -> !cookie.startsWith("q_"))
                            .collect(Collectors.joining("; "));
            if (!kept.isEmpty()) {
                to.set(HttpHeaders.COOKIE, kept);
            }
        }
    }
}
