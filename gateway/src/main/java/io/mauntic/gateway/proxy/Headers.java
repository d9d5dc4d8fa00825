package io.mauntic.gateway.proxy;

import io.mauntic.gateway.Addresses;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which headers pass the front door, and in which direction. */
final class Headers {

    // RFC 9110, section 7.6.1: they speak about one connection, not about the message.
    private static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    // Compression happens once, here; "expect" is answered by the gateway.
    private static final Set<String> OURS =
            Set.of("host", "forwarded", "accept-encoding", "expect", "content-length", "x-real-ip");

    private Headers() {}

    /** What a service gets to see of a request. */
    static void copyRequest(
            HttpServerRequest from,
            String client,
            MultiMap to,
            Credentials credentials,
            URI publicUrl) {
        var named = namedByConnection(from.headers());
        for (var header : from.headers()) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (passes(name, named)) {
                to.add(header.getKey(), header.getValue());
            }
        }
        credentials.apply(from.headers(), to);
        to.set("X-Forwarded-For", client);
        to.set("X-Forwarded-Proto", publicUrl.getScheme());
        to.set("X-Forwarded-Host", publicUrl.getRawAuthority());
    }

    private static boolean passes(String name, Set<String> named) {
        return !HOP_BY_HOP.contains(name)
                && !OURS.contains(name)
                && !named.contains(name)
                && !name.startsWith("x-forwarded-")
                && !name.startsWith("x-mauntic-")
                && !name.equals("cookie")
                && !name.equals("authorization");
    }

    static void copyResponse(MultiMap from, MultiMap to) {
        var named = namedByConnection(from);
        for (var header : from) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name)
                    && !named.contains(name)
                    && !name.equals("server")
                    && !name.startsWith("x-mauntic-")) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    /** A service makes absolute addresses from its own host; people must stay at the front door. */
    static String location(String location, String asked) {
        var own = Addresses.origin(URI.create(asked));
        return location.startsWith(own + "/") ? location.substring(own.length()) : location;
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        return headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
