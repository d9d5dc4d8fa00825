package io.mauntic.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.mauntic.launcher.client.Marketing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A million rows through the public API: how fast, and whether memory depends on the number of
 * rows.
 */
final class ImportBench implements Bench {
    private static final int WARM_UP = 50_000;
    private static final int ROWS = 1_000_000;
    private static final int ROWS_A_SECOND = 20_000;
    private static final int MEGABYTES = 640;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Consumer<String> progress;

    ImportBench(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public List<Measurement> run(BenchPlatform platform) throws IOException {
        Marketing marketing = platform.marketing();
        progress.accept("Warming up with %,d rows".formatted(WARM_UP));
        marketing.awaitImport(marketing.startImport(new ContactCsv("warm", WARM_UP)), LIMIT);
        progress.accept("Importing %,d rows".formatted(ROWS));
        Instant begin = Instant.now();
        long id = marketing.startImport(new ContactCsv("run", ROWS));
        Duration upload = Duration.between(begin, Instant.now());
        JsonNode done = marketing.awaitImport(id, LIMIT);
        Duration work =
                Duration.between(
                        Instant.parse(done.path("startedAt").asText()),
                        Instant.parse(done.path("finishedAt").asText()));
        return List.of(
                Measurement.exactly(
                        "contacts created", done.path("created").asLong(), "contacts", ROWS),
                Measurement.atLeast(
                        "import of 1,000,000 rows",
                        ROWS * 1_000.0 / work.toMillis(),
                        "rows/s",
                        ROWS_A_SECOND),
                Measurement.atLeast(
                        "the same, upload included",
                        ROWS * 1_000.0 / upload.plus(work).toMillis(),
                        "rows/s",
                        ROWS_A_SECOND),
                Measurement.atMost(
                        "crm-service, most memory ever held",
                        peak(platform, "crm-service"),
                        "MB",
                        MEGABYTES),
                Measurement.atMost(
                        "gateway, most memory ever held",
                        peak(platform, "gateway"),
                        "MB",
                        MEGABYTES));
    }

    private static long peak(BenchPlatform platform, String component) throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(platform.process(component).pid()));
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
