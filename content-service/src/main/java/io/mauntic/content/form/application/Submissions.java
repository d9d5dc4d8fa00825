package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.FormSubmitted;
import io.mauntic.content.form.domain.Submission;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What visitors submitted; inside the organization's unit of work. */
public interface Submissions {

    /** Keeps submissions, in their order, and counts them. */
    Uni<List<FormSubmitted>> add(OrganizationId organization, List<Submission> submissions);
}
