package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.FormSubmitted;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Tells the other contexts what visitors submitted; inside the organization's unit of work. */
public interface SubmissionEvents {

    Uni<Void> publish(OrganizationId organization, List<FormSubmitted> submitted);
}
