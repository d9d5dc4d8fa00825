package io.mauntic.launcher.platform;

import io.mauntic.launcher.process.LogExcerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What went wrong in a build, without Maven's advice on how to ask again. */
final class MavenErrors {
    private static final int LINES = 20;
    private static final Pattern ADVICE =
            Pattern.compile(
                    "\\[ERROR\\]\\s*(|(-> )?\\[Help \\d\\].*|To see the full stack trace.*|Re-run Maven.*|For more information.*|After correcting.*|mvn <args>.*)");

    private MavenErrors() {}

    static String of(Path log) throws IOException {
        List<String> errors;
        try (Stream<String> lines = Files.lines(log)) {
            errors =
                    lines.filter(line -> line.startsWith("[ERROR]"))
                            .filter(line -> !ADVICE.matcher(line).matches())
                            .distinct()
                            .limit(LINES)
                            .toList();
        }
        return errors.isEmpty()
                ? LogExcerpt.of(log)
                : "From its log, %s:%n%s"
                        .formatted(log, String.join(System.lineSeparator(), errors));
    }
}
