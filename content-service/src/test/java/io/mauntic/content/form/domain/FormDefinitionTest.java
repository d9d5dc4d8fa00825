package io.mauntic.content.form.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormDefinitionTest {

    private static final FormField MAIL =
            new FormField("email", "Email", FieldType.EMAIL, true, "email", null, null, null, null);

    @Test
    void a_form_with_a_name_an_address_and_a_field_is_enough() {
        FormDefinition form =
                new FormDefinition("Newsletter", "newsletter", List.of(MAIL), null, null);

        assertThat(form.problems()).isEmpty();
        assertThat(form.buttonLabel()).isEqualTo("Send");
        assertThat(form.postAction())
                .isEqualTo(
                        new PostAction(
                                PostAction.Type.MESSAGE,
                                "Thank you. We have received your answers.",
                                null));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        FormDefinition form =
                new FormDefinition(
                        " ",
                        "News Letter",
                        List.of(
                                new FormField(
                                        "1st", "", null, true, "E-Mail", null, null, null, null)),
                        new PostAction(PostAction.Type.REDIRECT, null, "javascript:alert(1)"),
                        null);

        assertThat(form.problems())
                .extracting(Violation::field)
                .containsExactly(
                        "name",
                        "alias",
                        "postAction.url",
                        "fields[0].type",
                        "fields[0].label",
                        "fields[0].alias",
                        "fields[0].mapsTo");
    }

    @Test
    void two_fields_cannot_share_an_alias_or_a_field_of_the_contact() {
        FormDefinition form =
                new FormDefinition("Newsletter", "newsletter", List.of(MAIL, MAIL), null, null);

        assertThat(form.problems())
                .containsExactly(
                        new Violation("fields[1].alias", "Another field has the alias \"email\"."),
                        new Violation(
                                "fields[1].mapsTo",
                                "Another field fills the contact's email already."));
    }

    @Test
    void a_choice_needs_options_and_each_once() {
        FormField none =
                new FormField("a", "A", FieldType.SELECT, true, null, null, null, null, List.of());
        FormField twice =
                new FormField(
                        "b",
                        "B",
                        FieldType.RADIO,
                        true,
                        null,
                        null,
                        null,
                        null,
                        List.of("Red", "Red"));

        assertThat(
                        new FormDefinition("Colours", "colours", List.of(none, twice), null, null)
                                .problems())
                .containsExactly(
                        new Violation("fields[0].options", "Please give at least one option."),
                        new Violation("fields[1].options", "Two options are the same."));
    }

    @Test
    void only_an_email_field_fills_the_contacts_email() {
        FormField text =
                new FormField(
                        "email", "Email", FieldType.TEXT, true, "email", null, null, null, null);

        assertThat(new FormDefinition("Form", "form", List.of(text), null, null).problems())
                .containsExactly(
                        new Violation(
                                "fields[0].type",
                                "What fills the contact's email must be an email field."));
    }

    @Test
    void a_form_without_fields_is_none() {
        assertThat(new FormDefinition("Form", "form", List.of(), null, null).problems())
                .containsExactly(new Violation("fields", "A form needs at least one field."));
    }
}
