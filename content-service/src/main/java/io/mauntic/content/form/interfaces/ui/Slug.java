package io.mauntic.content.form.interfaces.ui;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Names for machines, made from words for people. */
final class Slug {

    private Slug() {}

    /** "Straße & Nr." becomes "strasse-nr"; at most 60 characters, maybe none. */
    static String of(String words, char separator) {
        String plain =
                Normalizer.normalize(words.replace("ß", "ss"), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", String.valueOf(separator));
        String trimmed = plain.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return trimmed.length() > 60 ? trimmed.substring(0, 60) : trimmed;
    }

    /** A field's name in the data that none of the others has. */
    static String field(String label, Collection<String> taken) {
        String slug = of(label, '_').replaceAll("^[0-9_]+", "");
        String base = slug.isEmpty() ? "field" : slug;
        String free = base;
        for (int number = 2; taken.contains(free); number++) {
            free = base + "_" + number;
        }
        return free;
    }
}
