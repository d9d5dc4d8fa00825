package io.mauntic.gateway;

import io.mauntic.gateway.limits.RateLimits;
import io.mauntic.gateway.page.Pages;
import io.mauntic.gateway.page.Person;
import io.mauntic.gateway.page.Trouble;
import io.mauntic.gateway.proxy.Doors;
import io.mauntic.gateway.proxy.ProblemReply;
import io.mauntic.gateway.search.GlobalSearch;
import io.mauntic.gateway.search.WorkInProgress;
import io.mauntic.gateway.security.HtmxSessions;
import io.mauntic.gateway.security.SameOrigin;
import io.mauntic.gateway.security.SecurityHeaders;
import io.mauntic.gateway.setaside.SetAsidePages;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Every route of the platform, in one place. */
@ApplicationScoped
class FrontDoor {

    private static final int BEFORE_SIGN_IN = -10_000;
    private static final int LAST = 100_000;

    private final Pages pages;
    private final Doors doors;
    private final Trouble trouble;

    FrontDoor(Pages pages, Doors doors, Trouble trouble) {
        this.pages = pages;
        this.doors = doors;
        this.trouble = trouble;
    }

    void guard(
            @Observes Router router,
            SecurityHeaders headers,
            RateLimits limits,
            SameOrigin sameOrigin,
            HtmxSessions sessions,
            Mishaps mishaps) {
        router.route().order(Integer.MIN_VALUE).handler(headers).failureHandler(mishaps);
        router.route().order(Integer.MIN_VALUE + 1).handler(limits);
        for (var path : new String[] {"/app", "/app/*", "/ui/*"}) {
            router.route(path).order(BEFORE_SIGN_IN).handler(sessions);
            router.route(path).order(BEFORE_SIGN_IN).handler(sameOrigin);
        }
    }

    void open(
            @Observes Router router,
            GlobalSearch search,
            WorkInProgress work,
            SetAsidePages setAside) {
        router.get("/").handler(context -> redirect(context, "/app"));
        router.get("/app/search").handler(context -> search.page(context, person(context)));
        router.get("/ui/search").handler(context -> search.suggestions(context, person(context)));
        router.get("/ui/work").handler(context -> work.show(context, person(context)));
        router.get("/app/set-aside").handler(context -> setAside.show(context, person(context)));
        router.post("/app/set-aside/:context/kinds/:kind/retry")
                .handler(context -> setAside.retryAll(context, person(context)));
        router.post("/app/set-aside/:context/:id/retry")
                .handler(context -> setAside.retry(context, person(context)));
        router.post("/app/set-aside/:context/:id/dismiss")
                .handler(context -> setAside.dismiss(context, person(context)));
        router.route("/app")
                .handler(context -> page(context, Service.ANALYTICS, "/ui/analytics/dashboard"));
        router.route("/app/*").handler(this::page);
        router.route("/ui/*").handler(this::page);

        router.get("/api/:context/openapi").handler(context -> api(context, doors::contract));
        router.route("/api/*").handler(context -> api(context, doors::api));

        for (var path : new String[] {"/f/*", "/mtc.js", "/mtc/event"}) {
            router.route(path).handler(context -> doors.visitor(context, Service.CONTENT));
        }
        for (var path : new String[] {"/t/*", "/unsubscribe/*"}) {
            router.route(path).handler(context -> doors.visitor(context, Service.MESSAGING));
        }
        router.route("/join/*").handler(context -> doors.visitor(context, Service.IDENTITY));
        router.route()
                .order(LAST)
                .handler(context -> trouble.tell(context, null, 404, Optional.empty()));
    }

    private void page(RoutingContext context) {
        serviceOf(context)
                .ifPresentOrElse(
                        service -> page(context, service, fragmentPath(context)),
                        () -> trouble.tell(context, person(context), 404, Optional.empty()));
    }

    private void page(RoutingContext context, Service service, String path) {
        var query = context.request().query();
        var uri = query == null ? path : path + "?" + query;
        pages.show(context, person(context), service, uri);
    }

    private void api(RoutingContext context, BiConsumer<RoutingContext, Service> door) {
        serviceOf(context)
                .ifPresentOrElse(
                        service -> door.accept(context, service),
                        () -> ProblemReply.NOT_FOUND.send(context));
    }

    private static Optional<Service> serviceOf(RoutingContext context) {
        var parts = context.normalizedPath().split("/", 4);
        return parts.length > 2 ? Service.of(parts[2]) : Optional.empty();
    }

    private static String fragmentPath(RoutingContext context) {
        return context.normalizedPath().replaceFirst("^/app/", "/ui/");
    }

    private static Person person(RoutingContext context) {
        return Person.of(((QuarkusHttpUser) context.user()).getSecurityIdentity());
    }

    private static void redirect(RoutingContext context, String path) {
        context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, path).end();
    }
}
