package io.mauntic.content.form.domain;

import io.mauntic.content.form.domain.Reading.Accepted;
import io.mauntic.content.form.domain.Reading.Refused;
import io.mauntic.kernel.FormId;
import io.mauntic.kernel.OrganizationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form that visitors can fill in. */
public record Form(OrganizationId organization, FormId id, FormDefinition definition) {

    /**
     * Reads what a visitor posted. Values that no field asked for are left out.
     *
     * @param posted by the field's alias, each name with all its values
     */
    public Reading read(Map<String, List<String>> posted) {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        Map<String, String> contactFields = new LinkedHashMap<>();
        for (FormField field : definition.fields()) {
            String answer = field.answer(posted.getOrDefault(field.alias(), List.of()));
            field.problem(answer).ifPresent(problem -> errors.put(field.alias(), problem));
            if (!answer.isEmpty()) {
                answers.put(field.alias(), answer);
                if (field.mapsTo() != null) {
                    contactFields.put(field.mapsTo(), answer);
                }
            }
        }
        return errors.isEmpty()
                ? new Accepted(answers, contactFields)
                : new Refused(answers, errors);
    }
}
