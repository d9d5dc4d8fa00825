package io.mauntic.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContactCsvTest {
    @Test
    void every_row_is_a_contact_of_its_own() throws IOException {
        String csv =
                new String(new ContactCsv("run", 1_234).readAllBytes(), StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSize(1_235).doesNotHaveDuplicates();
        assertThat(csv).endsWith("Ida1233,Importer,ida1233@run.example,Company 233,Lisbon,33\n");
    }

    @Test
    void reading_byte_by_byte_gives_the_same() throws IOException {
        byte[] whole = new ContactCsv("run", 600).readAllBytes();
        try (ContactCsv csv = new ContactCsv("run", 600)) {
            for (byte expected : whole) {
                assertThat((byte) csv.read()).isEqualTo(expected);
            }
            assertThat(csv.read()).isEqualTo(-1);
        }
    }
}
