package io.mauntic.gateway.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * What a session says of a person is fixed until its token is renewed. When identity-service has
 * changed it (another organization was chosen), the session ends here and the redirect begins a new
 * one: Keycloak knows the person still, so nobody types a password.
 */
final class NewSession {

    private static final String WANTED = "X-Mauntic-New-Session";
    private static final String SESSION_COOKIES = "q_session";

    private NewSession() {}

    static void begin(HttpClientResponse redirect, RoutingContext context) {
        if (redirect.getHeader(WANTED) == null) {
            return;
        }
        context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SESSION_COOKIES))
                .map(name -> Cookie.cookie(name, "").setPath("/").setMaxAge(0))
                .forEach(context.response()::addCookie);
    }
}
