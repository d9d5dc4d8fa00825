package io.mauntic.integrations.delivery.infrastructure;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a receiver's answer as text that can be stored and shown; whatever it was, it is
 * only characters now.
 */
final class Excerpt {

    private Excerpt() {}

    static String of(Buffer body) {
        return body.toString(StandardCharsets.UTF_8)
                .codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(
                        c ->
                                c != 0xFFFD
                                        && (c < Character.MIN_SURROGATE
                                                || c > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
