package io.mauntic.crm.contactimport.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.crm.contactimport.domain.ColumnMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {

    @TempDir Path folder;

    @Test
    void short_rows_come_by_five_thousand() throws IOException {
        assertThat(chunks("x", 12_000)).containsExactly(5_000, 5_000, 2_000);
    }

    @Test
    void long_rows_come_by_four_million_characters() throws IOException {
        // 200,000 and an address of 20 a row: the twentieth passes four million.
        assertThat(chunks("x".repeat(200_000), 50)).containsExactly(20, 20, 10);
    }

    private List<Integer> chunks(String note, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("email,note\n");
        for (int i = 0; i < rows; i++) {
            csv.append("person%05d@abcd.org,%s\n".formatted(i, note));
        }
        Path file = Files.writeString(folder.resolve("run.csv"), csv);
        ColumnMapping mapping = new ColumnMapping(ColumnMapping.guess(List.of("email", "note")));
        List<Integer> found = new ArrayList<>();
        try (ImportRun run = new ImportRun(file, ',', mapping, 0, Runnable::run)) {
            ImportRun.Piece piece;
            do {
                piece = run.next();
                found.add(piece.chunk().rows());
            } while (!piece.last());
        }
        return found;
    }
}
