package io.mauntic.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
                                    line.wanted(),
                                    line.ok() ? "" : "   MISSED"));
        }
        return table.toString();
    }

    public void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ArrayNode list = json.createArrayNode();
        for (Measurement line : measurements) {
            ObjectNode figure =
                    list.addObject()
                            .put("work", line.work())
                            .put("value", line.value())
                            .put("unit", line.unit());
            if (line.comparison() != Measurement.Comparison.TOLD) {
                figure.put("bar", line.bar()).put("ok", line.ok());
            }
        }
        Files.createDirectories(file.getParent());
        json.writeValue(file.toFile(), list);
    }
}
