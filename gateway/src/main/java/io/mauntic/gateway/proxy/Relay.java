package io.mauntic.gateway.proxy;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** A service's answer, passed on to whoever asked. */
public final class Relay {

    private Relay() {}

    /** Status and headers only; the caller writes the body. */
    public static void head(HttpClientResponse answer, RoutingContext context) {
        var response = context.response();
        response.setStatusCode(answer.statusCode());
        Headers.copyResponse(answer.headers(), response.headers());
        var location = answer.getHeader(HttpHeaders.LOCATION);
        if (location != null) {
            response.putHeader(
                    HttpHeaders.LOCATION,
                    Headers.location(location, answer.request().absoluteURI()));
        }
    }

    /** All of it, at the speed of the slower side. */
    public static void whole(HttpClientResponse answer, RoutingContext context) {
        head(answer, context);
        var response = context.response();
        if (answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null && hasBody(answer, context)) {
            response.setChunked(true);
        }
        answer.pipe()
                .endOnFailure(false)
                .to(response)
                .onFailure(
                        _ -> {
                            answer.request().reset();
                            // A torn answer must look torn: a clean end would pass for a whole one.
                            if (!response.closed()) {
                                response.reset();
                            }
                        });
    }

    private static boolean hasBody(HttpClientResponse answer, RoutingContext context) {
        return answer.statusCode() != 204
                && answer.statusCode() != 304
                && context.request().method() != HttpMethod.HEAD;
    }
}
