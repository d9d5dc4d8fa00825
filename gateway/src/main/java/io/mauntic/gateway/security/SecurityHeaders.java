package io.mauntic.gateway.security;

import io.mauntic.gateway.Addresses;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** What browsers are told to refuse. A service's own policy stays: it knows its document better. */
@ApplicationScoped
public class SecurityHeaders implements Handler<RoutingContext> {

    private static final String POLICY = "Content-Security-Policy";

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final String VISITORS =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:;"
                    + " object-src 'none'; base-uri 'none'";

    private final String pages;
    private final boolean https;

    SecurityHeaders(Addresses addresses) {
        https = "https".equals(addresses.publicUrl().getScheme());
        // Signing out is a form whose answer leads to Keycloak; Chromium checks that step too.
        pages =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + Addresses.origin(addresses.keycloak());
    }

    @Override
    public void handle(RoutingContext context) {
        context.addHeadersEndHandler(_ -> protect(context));
        context.next();
    }

    private void protect(RoutingContext context) {
        var headers = context.response().headers();
        var path = context.normalizedPath();
        headers.set("X-Content-Type-Options", "nosniff");
        setIfMissing(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (path.startsWith("/api/")) {
            setIfMissing(headers, POLICY, DATA);
        } else if (isVisitors(path)) {
            setIfMissing(headers, POLICY, VISITORS);
        } else {
            setIfMissing(headers, POLICY, pages);
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (path.equals("/app") || path.startsWith("/app/") || path.startsWith("/ui/")) {
            setIfMissing(headers, "Cache-Control", "no-store");
            headers.add("Vary", "HX-Request");
        } else if (path.startsWith("/ui-kit/")) {
            // Modules import each other by plain names, so a new version must be seen at once.
            headers.set("Cache-Control", "no-cache");
        }
    }

    private static boolean isVisitors(String path) {
        return path.startsWith("/f/")
                || path.startsWith("/t/")
                || path.startsWith("/unsubscribe/")
                || path.startsWith("/join/")
                || path.startsWith("/mtc");
    }

    private static void setIfMissing(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
