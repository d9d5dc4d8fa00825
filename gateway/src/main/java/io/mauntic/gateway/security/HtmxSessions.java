package io.mauntic.gateway.security;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * When the session is over, a script cannot follow to Keycloak's page (another origin): it gets 401
 * and the address at which the browser itself signs in again.
 */
@ApplicationScoped
public class HtmxSessions implements JavaScriptRequestChecker, Handler<RoutingContext> {

    // What quarkus-oidc answers to scripts instead of a redirect.
    private static final int SIGN_IN_NEEDED = 499;

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        var request = context.request();
        return "true".equals(request.getHeader("HX-Request"))
                || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    @Override
    public void handle(RoutingContext context) {
        context.addHeadersEndHandler(_ -> translate(context, context.response()));
        context.next();
    }

    private static void translate(RoutingContext context, HttpServerResponse response) {
        if (response.getStatusCode() == SIGN_IN_NEEDED) {
            response.setStatusCode(401);
            response.putHeader("HX-Redirect", pageOf(context));
        }
    }

    // The page that the person looks at, so that signing in leads back to it.
    private static String pageOf(RoutingContext context) {
        var current = context.request().getHeader("HX-Current-URL");
        if (current != null) {
            try {
                var path = URI.create(current).getRawPath();
                if (path != null && (path.equals("/app") || path.startsWith("/app/"))) {
                    return path;
                }
            } catch (IllegalArgumentException noAddress) {
                return "/app";
            }
        }
        return "/app";
    }
}
