package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.FormSubmitted;
import io.mauntic.content.form.domain.Reading.Accepted;
import io.smallrye.mutiny.Uni;

/** What visitors submitted; inside the organization's unit of work. */
public interface Submissions {

    /**
     * Keeps a submission and counts it.
     *
     * @param visitorId null when the visitor carries none
     * @param pageUrl where the form stood
     */
    Uni<FormSubmitted> add(Form form, Accepted answers, String visitorId, String pageUrl);
}
