package io.mauntic.kit.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body. Never fails: a percent sign that
 * encodes nothing stands for itself, and what is over the limits is left out.
 */
public final class UrlEncodedBody {

    private static final int MOST_FIELDS = 2_000;

    private UrlEncodedBody() {}

    public static Map<String, List<String>> parse(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String[] pairs = body.split("&", MOST_FIELDS + 1);
        for (int i = 0; i < Math.min(pairs.length, MOST_FIELDS); i++) {
            int equals = pairs[i].indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(
                                decode(pairs[i].substring(0, equals)), _ -> new ArrayList<>(1))
                        .add(decode(pairs[i].substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text.replace('+', ' ');
        }
    }
}
