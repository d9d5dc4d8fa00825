package io.mauntic.content.form.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.FormId;
import io.mauntic.kernel.OrganizationId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    @Test
    void good_answers_are_told_by_field_and_by_contact_field() {
        Form form =
                form(
                        field("mail", FieldType.EMAIL, true, "email"),
                        field("topic", FieldType.TEXT, false, null));

        Reading reading =
                form.read(
                        Map.of(
                                "mail",
                                List.of(" Ada@Example.COM "),
                                "topic",
                                List.of("Engines"),
                                "unasked",
                                List.of("x")));

        assertThat(reading)
                .isEqualTo(
                        new Reading.Accepted(
                                Map.of("mail", "ada@example.com", "topic", "Engines"),
                                Map.of("email", "ada@example.com")));
    }

    @Test
    void what_was_not_given_is_left_out() {
        Form form =
                form(
                        field("mail", FieldType.EMAIL, false, "email"),
                        field("agree", FieldType.CHECKBOX, false, null));

        assertThat(form.read(Map.of("mail", List.of("  "), "agree", List.of("false"))))
                .isEqualTo(new Reading.Accepted(Map.of(), Map.of()));
    }

    @Test
    void wrong_answers_are_kept_and_each_gets_a_sentence() {
        Form form =
                form(
                        field("mail", FieldType.EMAIL, true, "email"),
                        field("name", FieldType.TEXT, true, null));

        Reading reading = form.read(Map.of("mail", List.of("not an address")));

        assertThat(reading)
                .isEqualTo(
                        new Reading.Refused(
                                Map.of("mail", "not an address"),
                                Map.of(
                                        "mail",
                                        "Please enter an email address, such as name@example.com.",
                                        "name",
                                        "Please fill in this field.")));
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, nobody",
        "EMAIL, a@b",
        "TEL, call me",
        "TEL, 12",
        "NUMBER, 1e9999",
        "NUMBER, twelve",
        "URL, javascript:alert(1)",
        "URL, example.com",
        "DATE, 2026-02-30",
        "DATE, tomorrow",
        "SELECT, Green",
        "RADIO, Green"
    })
    void an_answer_of_the_wrong_kind_is_refused(FieldType type, String answer) {
        Form form =
                form(
                        new FormField(
                                "it",
                                "It",
                                type,
                                true,
                                null,
                                null,
                                null,
                                null,
                                List.of("Red", "Blue")));

        assertThat(form.read(Map.of("it", List.of(answer)))).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ada@example.com",
        "TEL, +49 (30) 123-456",
        "NUMBER, -12.5",
        "NUMBER, '3,14'",
        "URL, https://example.com/a?b=c",
        "DATE, 2026-02-28",
        "SELECT, Red",
        "RADIO, Blue",
        "TEXT, <b>text</b>",
        "HIDDEN, spring"
    })
    void an_answer_of_the_right_kind_is_kept_as_it_is(FieldType type, String answer) {
        Form form =
                form(
                        new FormField(
                                "it",
                                "It",
                                type,
                                true,
                                null,
                                null,
                                null,
                                null,
                                List.of("Red", "Blue")));

        assertThat(form.read(Map.of("it", List.of(answer))))
                .isEqualTo(new Reading.Accepted(Map.of("it", answer), Map.of()));
    }

    @Test
    void a_box_that_must_be_ticked_says_so() {
        Form form = form(field("agree", FieldType.CHECKBOX, true, null));

        assertThat(form.read(Map.of()))
                .isEqualTo(new Reading.Refused(Map.of(), Map.of("agree", "Please tick this box.")));
        assertThat(form.read(Map.of("agree", List.of("on"))))
                .isEqualTo(new Reading.Accepted(Map.of("agree", "true"), Map.of()));
    }

    @Test
    void a_hidden_field_falls_back_to_its_default() {
        Form form =
                form(
                        new FormField(
                                "source",
                                "Source",
                                FieldType.HIDDEN,
                                false,
                                null,
                                null,
                                null,
                                "spring",
                                List.of()));

        assertThat(form.read(Map.of()))
                .isEqualTo(new Reading.Accepted(Map.of("source", "spring"), Map.of()));
    }

    @Test
    void an_answer_that_is_too_long_is_refused_and_not_cut() {
        Form form = form(field("name", FieldType.TEXT, true, null));

        assertThat(form.read(Map.of("name", List.of("x".repeat(2001)))))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused ->
                                assertThat(refused.errors())
                                        .containsEntry(
                                                "name", "Please use at most 2000 characters."));
    }

    @Test
    void what_no_database_can_store_is_taken_out() {
        Form form = form(field("name", FieldType.TEXT, true, null));

        assertThat(form.read(Map.of("name", List.of("A\u0000d\ud800a\u202e\n!"))))
                .isEqualTo(new Reading.Accepted(Map.of("name", "Ada !"), Map.of()));
    }

    private static FormField field(String alias, FieldType type, boolean required, String mapsTo) {
        return new FormField(alias, alias, type, required, mapsTo, null, null, null, List.of());
    }

    private static Form form(FormField... fields) {
        return new Form(
                new OrganizationId(1),
                new FormId(1),
                new FormDefinition("Form", "form", List.of(fields), null, null));
    }
}
