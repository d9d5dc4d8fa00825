package io.mauntic.gateway.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** What a request says about who draws the page: a browser that goes there, or htmx on a page. */
public record Visit(
        boolean htmx,
        boolean wholePage,
        boolean partOfPage,
        boolean reads,
        String language,
        String theme) {

    private static final Set<String> NO_DOCUMENT =
            Set.of("empty", "iframe", "frame", "embed", "object", "image", "script", "style");

    public static Visit of(RoutingContext context) {
        var request = context.request();
        var htmx = "true".equals(request.getHeader("HX-Request")) && !restoresHistory(request);
        var target = request.getHeader("HX-Target");
        var destination = request.getHeader("Sec-Fetch-Dest");
        return new Visit(
                htmx,
                !htmx
                        && (destination == null
                                || !NO_DOCUMENT.contains(destination)
                                || restoresHistory(request)),
                htmx && target != null && !"content".equals(target),
                request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD,
                language(context),
                theme(request));
    }

    // htmx asks for the whole page when its history holds none.
    private static boolean restoresHistory(HttpServerRequest request) {
        return "true".equals(request.getHeader("HX-History-Restore-Request"));
    }

    private static String language(RoutingContext context) {
        var preferred = context.preferredLanguage();
        return preferred != null && "de".equals(preferred.tag()) ? "de" : "en";
    }

    private static String theme(HttpServerRequest request) {
        var cookie = request.getCookie("mauntic_theme");
        return cookie != null && "dark".equals(cookie.getValue()) ? "dark" : "light";
    }
}
