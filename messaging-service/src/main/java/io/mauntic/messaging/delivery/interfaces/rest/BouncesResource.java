package io.mauntic.messaging.delivery.interfaces.rest;

import io.mauntic.contracts.messaging.api.BouncesApi;
import io.mauntic.contracts.messaging.model.BounceReport;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.messaging.delivery.application.FindDelivery;
import io.mauntic.messaging.tracking.TrackRecipients;
import io.mauntic.messaging.tracking.TrackedMail;
import io.smallrye.mutiny.Uni;

class BouncesResource implements BouncesApi {

    private final CurrentUser user;
    private final FindDelivery deliveries;
    private final TrackRecipients recipients;

    BouncesResource(CurrentUser user, FindDelivery deliveries, TrackRecipients recipients) {
        this.user = user;
        this.deliveries = deliveries;
        this.recipients = recipients;
    }

    @Override
    public Uni<Void> reportBounce(BounceReport report) {
        return deliveries
                .named(user.organization(), report)
                .map(id -> new TrackedMail(user.organization(), id))
                .chain(mail -> note(mail, report));
    }

    private Uni<Void> note(TrackedMail mail, BounceReport report) {
        String reason = report.getReason() == null ? "reported" : report.getReason();
        Uni<Boolean> known =
                switch (report.getKind()) {
                    case HARD -> recipients.bounced(mail, true, reason);
                    case SOFT -> recipients.bounced(mail, false, reason);
                    case COMPLAINT -> recipients.unsubscribed(mail);
                };
        return known.invoke(
                        found -> {
                            if (!found) {
                                throw new NotFound("mail", mail.delivery());
                            }
                        })
                .replaceWithVoid();
    }
}
