package io.mauntic.content.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that are part of this program. */
public final class Bundled {

    private Bundled() {}

    /** The text of a resource; a missing one is a mistake of the build. */
    public static String text(String resource) {
        try (InputStream file = Bundled.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
