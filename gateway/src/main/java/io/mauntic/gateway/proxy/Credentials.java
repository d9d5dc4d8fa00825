package io.mauntic.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what a request names its sender to a service. */
public sealed interface Credentials {

    void apply(MultiMap from, MultiMap to);

    Pattern ZONE = Pattern.compile("mauntic_zone=[A-Za-z0-9_+/-]{1,64}");

    /**
     * A person's session becomes a bearer token, and the time zone of their browser a header; the
     * cookies stay at the gateway.
     */
    record Session(String accessToken) implements Credentials {
        @Override
        public void apply(MultiMap from, MultiMap to) {
            to.set(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
            cookies(from)
                    .filter(cookie -> ZONE.matcher(cookie).matches())
                    .findFirst()
                    .ifPresent(
                            zone ->
                                    to.set(
                                            "X-Mauntic-Zone",
                                            zone.substring(zone.indexOf('=') + 1)));
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
                    cookies(from)
                            .filter(cookie -> !cookie.startsWith("q_"))
                            .collect(Collectors.joining("; "));
            if (!kept.isEmpty()) {
                to.set(HttpHeaders.COOKIE, kept);
            }
        }
    }

    private static Stream<String> cookies(MultiMap headers) {
        return headers.getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::trim);
    }
}
