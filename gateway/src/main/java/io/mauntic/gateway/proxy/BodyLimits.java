package io.mauntic.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** How many bytes a request may bring. */
public final class BodyLimits {

    private static final long MEBIBYTE = 1024L * 1024;

    /** A form of a visitor or a page hit. */
    public static final long VISITOR = MEBIBYTE;

    private static final long DOCUMENT = 10 * MEBIBYTE;
    private static final long UPLOAD = 512 * MEBIBYTE;

    private BodyLimits() {}

    /** Files come as multipart, everything else is a document. */
    public static long ofMember(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/") ? UPLOAD : DOCUMENT;
    }

    /** Whether the announced length is over the limit already. */
    public static boolean exceeded(HttpServerRequest request, long limit) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.length() < 19 && Long.parseLong(length) > limit;
    }
}
