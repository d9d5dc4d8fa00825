package io.mauntic.crm.contactimport.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineHeadTest {

    @TempDir private Path folder;

    @Test
    void every_kind_of_line_break_ends_one_line_wherever_a_read_ends() throws IOException {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            // The break stands before, on and behind the end of what is read at once.
            for (int length = 65_533; length <= 65_537; length++) {
                Path file = folder.resolve("lines.csv");
                Files.writeString(file, "x".repeat(length) + end + end + "third" + end + "fourth");

                assertThat(LineHead.of(file, 1, 3, 100_000)).isEqualTo(new LineHead("xxx", length));
                assertThat(LineHead.of(file, 2, 10, 10).text()).isEmpty();
                assertThat(LineHead.of(file, 3, 10, 10).text()).isEqualTo("third");
                assertThat(LineHead.of(file, 4, 10, 10).text()).isEqualTo("fourth");
                assertThat(LineHead.of(file, 5, 10, 10).text()).isEmpty();
            }
        }
    }
}
