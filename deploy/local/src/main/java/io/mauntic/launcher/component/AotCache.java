package io.mauntic.launcher.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a JVM learnt at an earlier start of the same program (JEP 483, 514, 515): classes loaded and
 * linked, methods profiled. A start with it takes less than half of the time. It is recorded by a
 * start, written when that process has ended, and named after the build that it is of: the JVM
 * refuses that of another.
 */
public final class AotCache {
    private final Path folder;
    private final Path program;
    private final boolean records;

    /**
     * @param target the folder of what is built from the same sources
     * @param program changes whenever the program does
     * @param records whether a start without a cache makes one for the next
     */
    public AotCache(Path target, Path program, boolean records) {
        this.folder = target.resolve("aot");
        this.program = program;
        this.records = records;
    }

    /** What a start says to its JVM. */
    public List<String> flags() throws IOException {
        if (!Files.exists(program)) {
            return List.of();
        }
        if (Files.exists(cache())) {
            return List.of("-XX:AOTCache=" + cache());
        }
        if (!records || !Files.isWritable(folder.getParent())) {
            return List.of();
        }
        Files.createDirectories(folder);
        forgetOthers();
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
    }

    /**
     * A command of a shell that writes the cache, if the last run recorded one and has ended.
     *
     * @param command that of the run
     */
    public Optional<String> assembly(List<String> command) throws IOException {
        if (!Files.exists(program) || !Files.exists(recording())) {
            return Optional.empty();
        }
        Path draft = folder.resolve("draft");
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
                                quoted(cache().toString()),
                                quoted(recording().toString())));
    }

    private Path cache() throws IOException {
        return folder.resolve("jdk-%s-%s.aot".formatted(Runtime.version(), build()));
    }

    private Path recording() throws IOException {
        return folder.resolve("recording-" + build());
    }

    private String build() throws IOException {
        return Long.toString(Files.getLastModifiedTime(program).toMillis(), Character.MAX_RADIX);
    }

    /** Each takes some 150 MB. */
    private void forgetOthers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
