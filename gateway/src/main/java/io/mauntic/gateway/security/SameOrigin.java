package io.mauntic.gateway.security;

import io.mauntic.gateway.Addresses;
import io.mauntic.gateway.page.Shell;
import io.mauntic.gateway.page.Trouble;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * What changes something with a session's cookie must come from a page of ours. Browsers say so in
 * {@code Sec-Fetch-Site}, older ones and plain http in {@code Origin}; who says neither is no
 * browser and uses the API.
 */
@ApplicationScoped
public class SameOrigin implements Handler<RoutingContext> {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String publicOrigin;
    private final Shell shell;
    private final Trouble trouble;

    SameOrigin(Addresses addresses, Shell shell, Trouble trouble) {
        publicOrigin = Addresses.origin(addresses.publicUrl());
        this.shell = shell;
        this.trouble = trouble;
    }

    @Override
    public void handle(RoutingContext context) {
        var signsOut = context.normalizedPath().startsWith("/app/sign-out");
        if (READING.contains(context.request().method()) && !signsOut
                || isOurs(context.request())) {
            context.next();
        } else {
            var words = shell.wordsFor(context);
            trouble.tell(context, null, 403, Optional.of(words.foreignText()));
        }
    }

    private boolean isOurs(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader("Origin");
        return origin != null && (origin.equals(publicOrigin) || origin.equals(own(request)));
    }

    private static String own(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }
}
