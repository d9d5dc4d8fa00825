package io.mauntic.content.form.infrastructure;

import io.mauntic.content.form.application.SubmissionEvents;
import io.mauntic.content.form.domain.FormSubmitted;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes {@code FormSubmitted} beside the submission. */
@ApplicationScoped
class OutboxSubmissionEvents implements SubmissionEvents {

    private final Outbox outbox;

    OutboxSubmissionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> publish(OrganizationId organization, List<FormSubmitted> submitted) {
        return outbox.publish(
                organization,
                Lane.REALTIME,
                submitted.stream().map(OutboxSubmissionEvents::event).toList());
    }

    // A visitor's events stay in order, as page visits have the same key; a submission without a
    // visitor stands alone.
    private static OutgoingEvent event(FormSubmitted submitted) {
        Object key =
                submitted.visitorId() == null ? submitted.submissionId() : submitted.visitorId();
        return OutgoingEvent.of("FormSubmitted", key, data(submitted));
    }

    private static JsonObject data(FormSubmitted submitted) {
        JsonObject data =
                new JsonObject()
                        .put("formId", submitted.formId())
                        .put("formName", submitted.formName())
                        .put("formAlias", submitted.formAlias())
                        .put("submissionId", submitted.submissionId())
                        .put("values", JsonObject.mapFrom(submitted.values()))
                        .put("contactFields", JsonObject.mapFrom(submitted.contactFields()))
                        .put("pageUrl", submitted.pageUrl());
        return submitted.visitorId() == null ? data : data.put("visitorId", submitted.visitorId());
    }
}
