package io.mauntic.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
    @TempDir private Path folder;

    private final BenchReport report =
            new BenchReport(
                    List.of(
                            Measurement.atMost("mail, median", 120.25, "ms", 500),
                            Measurement.atLeast("import", 19_000, "rows/s", 20_000)));

    @Test
    void a_missed_bar_fails_the_report() {
        assertThat(report.ok()).isFalse();
        assertThat(new BenchReport(report.measurements().subList(0, 1)).ok()).isTrue();
    }

    @Test
    void the_table_says_what_was_missed() {
        assertThat(report.table().lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("mail, median")
                                        .contains("120.3 ms")
                                        .endsWith("≤ 500 ms"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("19,000 rows/s")
                                        .endsWith("≥ 20,000 rows/s   MISSED"));
    }

    @Test
    void a_figure_without_a_bar_misses_none() throws IOException {
        BenchReport noted =
                new BenchReport(List.of(Measurement.told("transactions", 12.5, "a second")));
        Path file = folder.resolve("bench/idle.json");
        noted.write(file);

        assertThat(noted.ok()).isTrue();
        assertThat(noted.table()).contains("12.5 a second").doesNotContain("MISSED");
        assertThat(new ObjectMapper().readTree(file.toFile()))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        [{"work": "transactions", "value": 12.5, "unit": "a second"}]
                                        """));
    }

    @Test
    void programs_read_the_same_as_json() throws IOException {
        Path file = folder.resolve("bench/latency.json");
        report.write(file);

        assertThat(new ObjectMapper().readTree(file.toFile()))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        [{"work": "mail, median", "value": 120.25, "unit": "ms", "bar": 500.0, "ok": true},
                                         {"work": "import", "value": 19000.0, "unit": "rows/s", "bar": 20000.0, "ok": false}]
                                        """));
    }
}
