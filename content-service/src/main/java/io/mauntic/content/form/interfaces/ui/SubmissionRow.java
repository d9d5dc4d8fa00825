package io.mauntic.content.form.interfaces.ui;

import io.mauntic.contracts.content.model.Form;
import io.mauntic.contracts.content.model.FormField;
import io.mauntic.contracts.content.model.Submission;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A submission with its answers in the form's order; answers to questions that are gone come last.
 *
 * @param contactId whose it is, or null
 * @param sender the name or else the address that was given, or null
 */
public record SubmissionRow(
        OffsetDateTime at, String pageUrl, List<Answer> answers, Long contactId, String sender) {

    /** What was asked and what was said. */
    public record Answer(String label, String value) {}

    static List<SubmissionRow> of(Form form, List<Submission> submissions) {
        return submissions.stream().map(submission -> of(form, submission)).toList();
    }

    private static SubmissionRow of(Form form, Submission submission) {
        Map<String, String> left = new LinkedHashMap<>(submission.getValues());
        List<Answer> answers = new ArrayList<>();
        for (FormField field : form.getFields()) {
            String value = left.remove(field.getAlias());
            if (value != null) {
                answers.add(new Answer(field.getLabel(), value));
            }
        }
        left.forEach((alias, value) -> answers.add(new Answer(alias, value)));
        return new SubmissionRow(
                submission.getSubmittedAt(),
                submission.getPageUrl(),
                answers,
                submission.getContactId(),
                sender(form, submission.getValues()));
    }

    private static String sender(Form form, Map<String, String> values) {
        Map<String, String> said = new HashMap<>();
        for (FormField field : form.getFields()) {
            String value = values.get(field.getAlias());
            if (value != null) {
                said.put(field.getMapsTo(), value);
            }
        }
        String name =
                Stream.of("firstname", "lastname")
                        .map(said::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? said.get("email") : name;
    }
}
