package io.mauntic.messaging.delivery.interfaces.rest;

import io.mauntic.contracts.messaging.api.BouncesApi;
import io.mauntic.contracts.messaging.model.BounceReport;
import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.messaging.delivery.application.MessageIds;
import io.mauntic.messaging.delivery.infrastructure.DeliveryQueries;
import io.mauntic.messaging.tracking.TrackRecipients;
import io.mauntic.messaging.tracking.TrackedMail;
import io.smallrye.mutiny.Uni;

class BouncesResource implements BouncesApi {

    private final CurrentUser user;
    private final UnitOfWork unitOfWork;
    private final DeliveryQueries deliveries;
    private final MessageIds messageIds;
    private final TrackRecipients recipients;

    BouncesResource(
            CurrentUser user,
            UnitOfWork unitOfWork,
            DeliveryQueries deliveries,
            MessageIds messageIds,
            TrackRecipients recipients) {
        this.user = user;
        this.unitOfWork = unitOfWork;
        this.deliveries = deliveries;
        this.messageIds = messageIds;
        this.recipients = recipients;
    }

    @Override
    public Uni<Void> reportBounce(BounceReport report) {
        boolean hard = report.getKind() == BounceReport.KindEnum.HARD;
        String reason = report.getReason() == null ? "reported" : report.getReason();
        return delivery(report)
                .chain(
                        id ->
                                recipients.bounced(
                                        new TrackedMail(user.organization(), id), hard, reason));
    }

    private Uni<DeliveryId> delivery(BounceReport report) {
        if (report.getDeliveryId() != null) {
            return Uni.createFrom().item(new DeliveryId(report.getDeliveryId()));
        }
        if (report.getMessageId() != null) {
            String messageId = report.getMessageId();
            return Uni.createFrom()
                    .item(
                            () ->
                                    messageIds
                                            .delivery(messageId)
                                            .orElseThrow(() -> new NotFound("mail", messageId)));
        }
        if (report.getDeliveryKey() != null) {
            String key = report.getDeliveryKey();
            return unitOfWork
                    .in(user.organization(), () -> deliveries.byKey(key))
                    .map(found -> found.orElseThrow(() -> new NotFound("mail", key)));
        }
        throw new InvalidValues(
                "messageId", "Name the mail by its messageId, deliveryId or deliveryKey.");
    }
}
