package io.mauntic.crm.contactimport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.kernel.InvalidValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

    @Test
    void headers_in_three_languages_are_understood() {
        assertThat(
                        fields(
                                ColumnMapping.guess(
                                        List.of(
                                                "First name",
                                                "Last Name",
                                                "E-mail",
                                                "Phone number",
                                                "Company",
                                                "Job title",
                                                "City",
                                                "Country",
                                                "Points",
                                                "Stage",
                                                "Tags"))))
                .containsExactly(
                        "firstname",
                        "lastname",
                        "email",
                        "phone",
                        "company",
                        "position",
                        "city",
                        "country",
                        "points",
                        "stage",
                        "tags");
        assertThat(
                        fields(
                                ColumnMapping.guess(
                                        List.of(
                                                "Vorname",
                                                "Nachname",
                                                "E-Mail-Adresse",
                                                "Telefonnummer",
                                                "Firma",
                                                "Ort",
                                                "Land",
                                                "Punkte",
                                                "Schlagwörter"))))
                .containsExactly(
                        "firstname",
                        "lastname",
                        "email",
                        "phone",
                        "company",
                        "city",
                        "country",
                        "points",
                        "tags");
        assertThat(
                        fields(
                                ColumnMapping.guess(
                                        List.of(
                                                "Prénom",
                                                "Nom",
                                                "Adresse e-mail",
                                                "Téléphone",
                                                "Société",
                                                "Ville",
                                                "Pays",
                                                "Étape",
                                                "Mots-clés"))))
                .containsExactly(
                        "firstname",
                        "lastname",
                        "email",
                        "phone",
                        "company",
                        "city",
                        "country",
                        "stage",
                        "tags");
    }

    @Test
    void what_means_nothing_to_us_becomes_a_custom_field() {
        assertThat(
                        fields(
                                ColumnMapping.guess(
                                        List.of(
                                                "email",
                                                "Shoe size (EU)",
                                                "2024 budget",
                                                "fields.color",
                                                "",
                                                "Mobile",
                                                "Telefon"))))
                .containsExactly(
                        "email",
                        "fields.shoe_size_eu",
                        "fields.field_2024_budget",
                        "fields.color",
                        "-",
                        "phone",
                        "fields.telefon");
    }

    @Test
    void the_list_of_rejected_rows_can_be_imported_again() {
        assertThat(fields(ColumnMapping.guess(List.of("line", "reason", "E-mail"))))
                .containsExactly("-", "-", "email");
    }

    @Test
    void with_a_mapping_only_its_columns_are_read() {
        assertThat(
                        fields(
                                ColumnMapping.chosen(
                                        List.of("A", "B", "C"),
                                        Map.of("A", "email", "B", "fields.b"))))
                .containsExactly("email", "fields.b", "-");
        assertThatThrownBy(() -> ColumnMapping.chosen(List.of("A"), Map.of("X", "email")))
                .hasMessage("The file has no column “X”.");
        assertThatThrownBy(() -> ColumnMapping.chosen(List.of("A"), Map.of("A", "age")))
                .hasMessageStartingWith("A contact has no field “age”.");
    }

    @Test
    void one_column_holds_the_address_and_no_two_become_the_same() {
        assertThatThrownBy(() -> new ColumnMapping(ColumnMapping.guess(List.of("Name", "Town"))))
                .isInstanceOf(InvalidValues.class)
                .hasMessageStartingWith("No column holds the email address.");
        assertThatThrownBy(
                        () ->
                                new ColumnMapping(
                                        ColumnMapping.chosen(
                                                List.of("A", "B"),
                                                Map.of("A", "email", "B", "email"))))
                .hasMessage("Two columns become “email”: leave one of them out.");
    }

    private static List<String> fields(List<Column> columns) {
        return columns.stream()
                .map(column -> column.field().map(ImportField::name).orElse("-"))
                .toList();
    }
}
