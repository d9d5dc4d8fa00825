package io.mauntic.crm.contactimport.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.crm.contactimport.application.CsvHead;
import io.mauntic.crm.contactimport.application.NoCsv;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

    @TempDir Path folder;

    private final SniffedFormat format = new SniffedFormat();

    @Test
    void comma_semicolon_and_tab_are_told_apart() throws IOException {
        assertThat(look("email,name\na@b.co,Ada").separator()).isEqualTo(',');
        assertThat(look("email;\"name, first\"\na@b.co;Ada").separator()).isEqualTo(';');
        assertThat(look("email\tname\r\na@b.co\tAda, Grace").separator()).isEqualTo('\t');
        assertThat(look("email\na@b.co").headers()).containsExactly("email");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() throws IOException {
        assertThat(look("\uFEFFemail;name\na@b.co;Ada").headers()).containsExactly("email", "name");
    }

    @Test
    void the_first_rows_are_shown() throws IOException {
        assertThat(look("email,name\na@b.co,\"A\nda\"\nc@d.co,C\n").firstRows())
                .containsExactly(List.of("a@b.co", "A\nda"), List.of("c@d.co", "C"));
    }

    @Test
    void what_is_no_csv_is_refused_with_a_reason() throws IOException {
        assertThatThrownBy(() -> look(""))
                .isInstanceOf(NoCsv.class)
                .hasMessage("The file is empty.");
        assertThatThrownBy(() -> look("PK\u0003\u0004xyz"))
                .hasMessageStartingWith("This is a spreadsheet or an archive, not a CSV.");
        assertThatThrownBy(() -> look("email\0name"))
                .hasMessageStartingWith("This is not a text file.");
        assertThatThrownBy(() -> look("email,name\na@b.co,Müller", StandardCharsets.ISO_8859_1))
                .hasMessageStartingWith("The file is not in UTF-8");
        assertThatThrownBy(() -> look("email,name", StandardCharsets.UTF_16))
                .hasMessageStartingWith("This file is in UTF-16.");
    }

    @Test
    void quoted_line_breaks_belong_to_their_cell_and_lines_are_counted_as_an_editor_does()
            throws IOException {
        assertThat(rows("email,note\r\na@b.co,\"one\r\ntwo\"\r\n\r\nc@d.co,x\n"))
                .containsExactly(
                        new CsvRow(1, List.of("email", "note"), Optional.empty()),
                        new CsvRow(2, List.of("a@b.co", "one\r\ntwo"), Optional.empty()),
                        new CsvRow(4, List.of(""), Optional.empty()),
                        new CsvRow(5, List.of("c@d.co", "x"), Optional.empty()));
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() throws IOException {
        List<CsvRow> rows =
                rows("email,name\na@b.co,\"Ada\nc@d.co,Cleo\ne@f.co,\"Eve\"x\ng@h.co,Gil\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows)
                .extracting(row -> row.problem().isPresent())
                .containsExactly(false, true, false, true, false);
        assertThat(rows.get(1).cells()).containsExactly("a@b.co,\"Ada");
    }

    @Test
    void a_quote_that_is_open_at_the_end_of_the_file_costs_its_own_line_only() throws IOException {
        List<CsvRow> rows = rows("email,name\n\"a@b.co,Ada\nc@d.co,Cleo\ne@f.co,Eve");

        assertThat(rows)
                .extracting(row -> row.problem().isPresent())
                .containsExactly(false, true, false, false);
        assertThat(rows.getLast().cells()).containsExactly("e@f.co", "Eve");
    }

    @Test
    void a_quote_that_swallows_a_large_file_costs_its_own_line_only() throws IOException {
        StringBuilder text = new StringBuilder("email,name\nbad@b.co,\"Ada\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("person").append(i).append("@example.org,Name\n");
        }
        List<CsvRow> rows = rows(text.toString());

        assertThat(rows).hasSize(50_002);
        assertThat(rows)
                .filteredOn(row -> row.problem().isPresent())
                .extracting(CsvRow::line)
                .containsExactly(2L);
        assertThat(rows.getLast().line()).isEqualTo(50_002);
    }

    @Test
    void a_row_too_long_says_so_and_costs_itself_alone() throws IOException {
        String cell = "x".repeat(262_145);
        String cells = (",\"" + "y".repeat(200_000) + "\"").repeat(6);
        List<CsvRow> rows =
                rows("email\r\na@b.co," + cell + "\r\nc@d.co" + cells + "\r\ne@f.co\r\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows)
                .extracting(row -> row.problem().orElse(""))
                .containsExactly(
                        "",
                        "This row is too long: a value may have 262,144 characters, a row 1,048,576.",
                        "This row is too long: a value may have 262,144 characters, a row 1,048,576.",
                        "");
        assertThat(rows.get(1).cells()).containsExactly("a@b.co," + "x".repeat(993));
    }

    private CsvHead look(String text) throws IOException {
        return look(text, StandardCharsets.UTF_8);
    }

    private CsvHead look(String text, Charset charset) throws IOException {
        return format.look(Files.write(folder.resolve("file.csv"), text.getBytes(charset)));
    }

    private List<CsvRow> rows(String text) throws IOException {
        List<CsvRow> found = new ArrayList<>();
        try (CsvRows rows = new CsvRows(Files.writeString(folder.resolve("rows.csv"), text), ',')) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                found.add(row.get());
            }
        }
        return found;
    }
}
