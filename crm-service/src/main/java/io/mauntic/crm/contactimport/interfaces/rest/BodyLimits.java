package io.mauntic.crm.contactimport.interfaces.rest;

import io.mauntic.crm.contactimport.application.FileTooLarge;
import io.mauntic.crm.contactimport.application.ImportConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Only files of contacts may be large; every other body is read into memory. Both are refused
 * before they are received.
 */
@ApplicationScoped
class BodyLimits {

    private static final long OTHER_BODIES = 10_000_000;
    private static final long ROUND_THE_FILE = 1_000_000;
    private static final int EARLY = 10_000;

    private final ImportConfig config;

    BodyLimits(ImportConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean file = isImport(request.normalizedPath());
        long most = file ? config.mostBytes() + ROUND_THE_FILE : OTHER_BODIES;
        if (length == null || Long.parseLong(length) <= most) {
            request.next();
            return;
        }
        FileTooLarge refusal = new FileTooLarge(file ? config.mostBytes() : OTHER_BODIES);
        request.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(
                        new JsonObject()
                                .put("title", "Too large")
                                .put("status", 413)
                                .put("detail", refusal.getMessage())
                                .put("code", refusal.code())
                                .encode());
    }

    private static boolean isImport(String path) {
        return path.equals("/api/crm/imports") || path.startsWith("/ui/crm/imports");
    }
}
