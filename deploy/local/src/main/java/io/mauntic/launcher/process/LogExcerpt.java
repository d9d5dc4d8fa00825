package io.mauntic.launcher.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The end of a log as a person reads it: a line an entry, with its level, its message and what the
 * exceptions say, without frames. However large the log is, only its end is read.
 */
public final class LogExcerpt {
    private static final int BYTES = 256 * 1024;
    private static final int LINES = 8;
    private static final int WIDTH = 300;
    private static final Pattern FRAME =
            Pattern.compile("\\s+(at |\\.\\.\\. \\d+ (more|common)).*");
    private static final Pattern TROUBLE =
            Pattern.compile(
                    "\\b(ERROR|FATAL|SEVERE|PANIC|Exception|Caused by|Error)\\b|Exception:|Error:");
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogExcerpt() {}

    /**
     * A sentence with the log's name, then the lines that tell of trouble, or else the last ones.
     */
    public static String of(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? readable(log) : List.of();
        if (lines.isEmpty()) {
            return "Its log, %s, is empty.".formatted(log);
        }
        List<String> trouble =
                lines.stream().filter(line -> TROUBLE.matcher(line).find()).distinct().toList();
        List<String> shown = trouble.isEmpty() ? lines : trouble;
        return "From its log, %s:%n%s"
                .formatted(
                        log,
                        String.join(
                                System.lineSeparator(),
                                shown.subList(Math.max(0, shown.size() - LINES), shown.size())));
    }

    private static List<String> readable(Path log) throws IOException {
        return end(log).lines()
                .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                .map(line -> entry(line).orElse(line.strip()))
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line)
                .map(line -> "  " + line)
                .toList();
    }

    private static String end(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            String text = new String(end, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }

    /** Our services log JSON objects. */
    private static Optional<String> entry(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode entry = JSON.readTree(line);
            List<String> parts = new ArrayList<>();
            parts.add(entry.path("level").asText());
            parts.add(entry.path("message").asText().lines().findFirst().orElse(""));
            parts.addAll(causes(entry.path("exception")));
            return Optional.of(String.join(" ", parts));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static List<String> causes(JsonNode exception) {
        return Stream.iterate(
                        exception,
                        one -> one.isObject(),
                        one -> one.path("causedBy").path("exception"))
                .map(
                        one ->
                                "← %s: %s"
                                        .formatted(
                                                one.path("exceptionType").asText(),
                                                one.path("message")
                                                        .asText()
                                                        .lines()
                                                        .findFirst()
                                                        .orElse("")))
                .distinct()
                .toList();
    }
}
