package io.mauntic.crm.timeline;

import io.mauntic.kit.events.OutgoingEvent;

/** Which contact a form's submission made or belongs to. */
public record SubmissionRegistered(long submissionId, long contactId) {

    public OutgoingEvent event() {
        return OutgoingEvent.of("SubmissionRegistered", contactId, this);
    }
}
