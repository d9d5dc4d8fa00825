package io.mauntic.gateway.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A toast that outlives a redirect: scripts never see the headers of a 303, so it waits in a cookie
 * for the next page, which scripts read or the shell draws.
 */
public final class KeptToast {

    private static final String COOKIE = "mauntic_toast";
    private static final int LONGEST = 1_000;

    private KeptToast() {}

    static void keep(HttpClientResponse redirect, RoutingContext context) {
        var toast = json(redirect.getHeader("HX-Trigger")).map(events -> events.getValue("toast"));
        if (toast.isPresent() && toast.get() instanceof JsonObject told) {
            keep(told, context);
        }
    }

    /** Tells a sentence on the next page. */
    public static void keep(String message, RoutingContext context) {
        keep(JsonObject.of("message", message), context);
    }

    private static void keep(JsonObject toast, RoutingContext context) {
        var value = URLEncoder.encode(toast.encode(), StandardCharsets.UTF_8).replace("+", "%20");
        if (value.length() <= LONGEST) {
            context.response().addCookie(cookie(value).setMaxAge(30));
        }
    }

    /** The message that waits, taken so that it is told once. */
    static Optional<String> take(RoutingContext context) {
        var cookie = context.request().getCookie(COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        context.response().addCookie(cookie("").setMaxAge(0));
        return decoded(cookie.getValue())
                .flatMap(KeptToast::json)
                .map(toast -> toast.getValue("message") instanceof String text ? text : null);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> json(String text) {
        try {
            return Optional.ofNullable(text).map(JsonObject::new);
        } catch (DecodeException notOurs) {
            return Optional.empty();
        }
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value).setPath("/").setSameSite(CookieSameSite.LAX);
    }
}
