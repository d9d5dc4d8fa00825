package io.mauntic.content.form.interfaces.ui;

import io.mauntic.contracts.content.model.Form;
import io.mauntic.contracts.content.model.FormField;
import io.mauntic.contracts.content.model.Submission;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A submission with its answers in the form's order; answers to questions that are gone come last.
 */
public record SubmissionRow(OffsetDateTime at, String pageUrl, List<Answer> answers) {

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
        return new SubmissionRow(submission.getSubmittedAt(), submission.getPageUrl(), answers);
    }
}
