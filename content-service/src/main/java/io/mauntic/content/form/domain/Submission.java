package io.mauntic.content.form.domain;

import io.mauntic.content.form.domain.Reading.Accepted;

/**
 * What a visitor answered to a form.
 *
 * @param visitorId null when the visitor carries none
 * @param pageUrl where the form stood
 */
public record Submission(Form form, Accepted answers, String visitorId, String pageUrl) {

    /** What it is known as once it is kept. */
    public FormSubmitted as(long submissionId) {
        return new FormSubmitted(
                form.id().value(),
                form.definition().name(),
                form.definition().alias(),
                submissionId,
                answers.answers(),
                answers.contactFields(),
                visitorId,
                pageUrl);
    }
}
