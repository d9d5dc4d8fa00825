package io.mauntic.content.form.application;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * Which contact a submission made or belongs to; inside the organization's unit of work, one
 * statement a call.
 */
public interface SubmissionContacts {

    /** Learns whose submissions these are; those that are gone are passed over. */
    Uni<Void> note(OrganizationId organization, Map<Long, ContactId> bySubmission);

    /** The submissions of one contact are another one's from now on. */
    Uni<Void> reassign(OrganizationId organization, ContactId from, ContactId to);
}
