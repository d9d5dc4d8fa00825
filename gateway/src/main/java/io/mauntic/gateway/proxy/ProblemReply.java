package io.mauntic.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** What programs get when the gateway itself refuses (RFC 9457). */
public enum ProblemReply {
    UNAUTHENTICATED(401, "Unauthorized", "Send a valid bearer token"),
    FOREIGN_ORIGIN(403, "Forbidden", "This request came from another site"),
    NOT_FOUND(404, "Not Found", "There is nothing at this address"),
    BROKEN(500, "Internal Server Error", "Something went wrong on our side; try again"),
    TOO_LARGE(413, "Content Too Large", "The body is larger than this address takes"),
    TOO_MANY_REQUESTS(
            429,
            "Too Many Requests",
            "You ask faster than is allowed; wait as long as Retry-After says"),
    UNAVAILABLE(503, "Service Unavailable", "This part does not answer just now; try again");

    private final int status;
    private final String title;
    private final String detail;

    ProblemReply(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public void send(RoutingContext context) {
        var response = context.response();
        if (response.ended() || response.closed() || response.headWritten()) {
            return;
        }
        var code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        if (this == UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (this == UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        response.end(
                new JsonObject()
                        .put("type", "/problems/" + code)
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .put("code", code)
                        .encode());
    }
}
