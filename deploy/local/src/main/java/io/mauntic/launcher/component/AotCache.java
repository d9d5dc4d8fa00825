package io.mauntic.launcher.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a JVM learnt at an earlier start of the same program (JEP 483, 514, 515): classes loaded and
 * linked, methods profiled. A start with it takes less than half of the time. It is recorded by a
 * start, written when that process has ended, and made anew when the program is built anew.
 */
public final class AotCache {
    private final Path cache;
    private final Path program;
    private final boolean records;

    /**
     * @param target the folder of what is built from the same sources
     * @param program changes whenever the program does
     * @param records whether a start without a cache makes one for the next
     */
    public AotCache(Path target, Path program, boolean records) {
        this.cache = target.resolve("aot").resolve("jdk-" + Runtime.version() + ".aot");
        this.program = program;
        this.records = records;
    }

    /** What a start says to its JVM. */
    public List<String> flags() throws IOException {
        if (isFresh(cache)) {
            return List.of("-XX:AOTCache=" + cache);
        }
        if (!records || !Files.isWritable(cache.getParent().getParent())) {
            return List.of();
        }
        Files.createDirectories(cache.getParent());
        Files.deleteIfExists(recording());
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
    }

    /**
     * A command of a shell that writes the cache, if the last run recorded one and has ended.
     *
     * @param command that of the run
     */
    public Optional<String> assembly(List<String> command) throws IOException {
        if (!isFresh(recording())) {
            return Optional.empty();
        }
        Path draft = cache.resolveSibling("draft");
        List<String> words = new ArrayList<>();
        for (String word : command) {
            if (!word.startsWith("-XX:AOT")) {
                words.add(quoted(word));
            }
        }
        words.addAll(
                1,
                List.of(
                        "-XX:AOTMode=create",
                        quoted("-XX:AOTConfiguration=" + recording()),
                        quoted("-XX:AOTCache=" + draft)));
        return Optional.of(
                "%s && mv %s %s; rm -f %s"
                        .formatted(
                                String.join(" ", words),
                                quoted(draft.toString()),
                                quoted(cache.toString()),
                                quoted(recording().toString())));
    }

    private Path recording() {
        return cache.resolveSibling("recording");
    }

    private boolean isFresh(Path file) throws IOException {
        return Files.exists(file)
                && Files.exists(program)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(program))
                        >= 0;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
