package io.mauntic.launcher.component;

import java.util.Map;

/**
 * Text with placeholders of the form <code>${NAME}</code>; those without a value stay as they are.
 */
public final class Template {
    private Template() {}

    public static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
