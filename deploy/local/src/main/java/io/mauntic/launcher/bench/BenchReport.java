package io.mauntic.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a bench found, as a table for people and as JSON for programs. */
public record BenchReport(List<Measurement> measurements) {
    public boolean ok() {
        return measurements.stream().allMatch(Measurement::ok);
    }

    public String table() {
        StringBuilder table =
                new StringBuilder("%-52s %18s   %s%n".formatted("work", "measured", "bar"));
        for (Measurement line : measurements) {
            table.append(
                    "%-52s %18s   %s%s%n"
                            .formatted(
                                    line.work(),
                                    line.measured(),
                                    line.bar(),
                                    line.ok() ? "" : "   MISSED"));
        }
        return table.toString();
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), measurements);
    }
}
