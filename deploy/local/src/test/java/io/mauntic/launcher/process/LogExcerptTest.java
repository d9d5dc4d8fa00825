package io.mauntic.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExcerptTest {
    @TempDir private Path folder;

    @Test
    void a_json_entry_becomes_its_level_message_and_causes() throws IOException {
        String log =
                """
                {"timestamp":"2026-11-21T05:18:32Z","level":"INFO","message":"Starting"}
                {"level":"ERROR","message":"Failed to start\\nsecond line","exception":{"refId":1,"exceptionType":"java.lang.RuntimeException","message":"No start","frames":[{"class":"A","line":3}],"causedBy":{"exception":{"refId":2,"exceptionType":"java.net.ConnectException","message":"Refused"}}}}
                """;

        assertThat(excerpt(log))
                .isEqualTo(
                        "  ERROR Failed to start ← java.lang.RuntimeException: No start ← java.net.ConnectException: Refused");
    }

    @Test
    void frames_are_left_out() throws IOException {
        String log =
                """
                [main] ERROR kafka.Kafka$ - Exiting Kafka
                java.lang.RuntimeException: No readable meta.properties
                \tat kafka.Kafka.main(Kafka.scala:99)
                Caused by: java.io.IOException: Broken
                \tat kafka.Kafka.start(Kafka.scala:12)
                \t... 2 more
                """;

        assertThat(excerpt(log))
                .isEqualTo(
                        """
                          [main] ERROR kafka.Kafka$ - Exiting Kafka
                          java.lang.RuntimeException: No readable meta.properties
                          Caused by: java.io.IOException: Broken"""
                                .indent(2)
                                .stripTrailing());
    }

    @Test
    void without_trouble_the_last_lines_are_shown() throws IOException {
        assertThat(excerpt("one\n\ntwo\n")).isEqualTo("  one\n  two");
    }

    @Test
    void only_the_end_of_a_large_log_is_read() throws IOException {
        String log = "ERROR long ago\n" + "all is well\n".repeat(40_000) + "FATAL: now\n";

        assertThat(excerpt(log)).isEqualTo("  FATAL: now");
    }

    @Test
    void an_empty_log_is_called_empty() throws IOException {
        Path log = folder.resolve("missing.log");

        assertThat(LogExcerpt.of(log)).isEqualTo("Its log, %s, is empty.".formatted(log));
    }

    private String excerpt(String content) throws IOException {
        Path log = Files.writeString(folder.resolve("x.log"), content);
        String text = LogExcerpt.of(log);
        assertThat(text).startsWith("From its log, %s:%n".formatted(log));
        return text.substring(text.indexOf('\n') + 1);
    }
}
