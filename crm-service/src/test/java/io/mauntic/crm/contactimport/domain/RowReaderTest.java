package io.mauntic.crm.contactimport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.contactimport.domain.ImportedRow.Ready;
import io.mauntic.crm.contactimport.domain.ImportedRow.Rejected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowReaderTest {

    private final RowReader reader =
            new RowReader(
                    new ColumnMapping(
                            ColumnMapping.guess(
                                    List.of(
                                            "First name",
                                            "E-mail",
                                            "Points",
                                            "Tags",
                                            "Shoe size"))));

    @Test
    void a_row_becomes_a_contact() {
        ContactDetails contact =
                ready(List.of(" Ada ", "ADA@Example.org", "12", "vip| press ||vip", "38"));

        assertThat(contact.firstname()).isEqualTo("Ada");
        assertThat(contact.email()).isEqualTo("ada@example.org");
        assertThat(contact.points()).isEqualTo(12);
        assertThat(contact.tags()).containsExactly("press", "vip");
        assertThat(contact.fields()).containsExactly(Map.entry("shoe_size", "38"));
    }

    @Test
    void missing_cells_at_the_end_are_empty_and_superfluous_ones_may_be_blank() {
        assertThat(ready(List.of("Ada", "ada@example.org")).points()).isZero();
        assertThat(ready(List.of("Ada", "ada@example.org", "", "", "", "", " ")).firstname())
                .isEqualTo("Ada");
    }

    @Test
    void a_row_without_anything_in_it_is_passed_over() {
        assertThat(reader.read(3, List.of(""))).isInstanceOf(ImportedRow.Empty.class);
        assertThat(reader.read(3, List.of("", " ", "\t"))).isInstanceOf(ImportedRow.Empty.class);
    }

    @Test
    void what_cannot_be_a_contact_is_rejected_with_its_reason() {
        assertThat(reason(List.of("Ada", "", "1"))).isEqualTo("The email address is missing.");
        assertThat(reason(List.of("Ada", "ada")))
                .isEqualTo("This is not an email address. It looks like name@example.com.");
        assertThat(reason(List.of("Ada", "ada@example.org", "many")))
                .isEqualTo("Points are a whole number, such as 10.");
        assertThat(reason(List.of("Ada", "ada@example.org", "1", "", "", "x")))
                .isEqualTo(
                        "This row has 6 values, but the file has 5 columns. A value that holds the separator must stand in quotes.");
        assertThat(reason(List.of("A\uFFFDa", "ada@example.org")))
                .isEqualTo("This row is not in UTF-8. Save the file as CSV UTF-8.");
    }

    @Test
    void rows_with_one_address_are_one_contact() {
        Chunk chunk = new Chunk();
        chunk.add(reader.read(2, List.of("Ada", "ada@example.org", "5", "vip", "")));
        chunk.add(reader.read(3, List.of("", "ADA@example.org", "9", "press", "38")));
        chunk.add(reader.read(4, List.of("Grace", "ada@example.org", "", "", "")));

        assertThat(chunk.ready()).isEqualTo(3);
        assertThat(chunk.contacts())
                .singleElement()
                .satisfies(
                        contact -> {
                            assertThat(contact.firstname()).isEqualTo("Grace");
                            assertThat(contact.points())
                                    .as("points count for new contacts only")
                                    .isEqualTo(5);
                            assertThat(contact.tags()).containsExactly("press", "vip");
                            assertThat(contact.fields()).containsEntry("shoe_size", "38");
                        });
    }

    private ContactDetails ready(List<String> cells) {
        return ((Ready) reader.read(2, cells)).contact();
    }

    private String reason(List<String> cells) {
        return ((Rejected) reader.read(2, cells)).reason();
    }
}
