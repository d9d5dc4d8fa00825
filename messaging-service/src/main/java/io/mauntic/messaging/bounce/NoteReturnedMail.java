package io.mauntic.messaging.bounce;

import io.mauntic.messaging.tracking.TrackRecipients;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Does what a mail to one of our addresses means; the same mail twice has one effect. */
@ApplicationScoped
class NoteReturnedMail {

    private final TrackRecipients recipients;

    NoteReturnedMail(TrackRecipients recipients) {
        this.recipients = recipients;
    }

    /** Its end is the commit. A mail about a delivery that is gone means nothing. */
    Uni<Void> handle(ReturnAddress address, ReturnedMail mail) {
        return switch (address.purpose()) {
            case UNSUBSCRIBE -> recipients.unsubscribed(address.mail()).replaceWithVoid();
            case BOUNCE ->
                    switch (mail) {
                        case ReturnedMail.Failed(boolean hard, String reason) ->
                                recipients.bounced(address.mail(), hard, reason).replaceWithVoid();
                        case ReturnedMail.Delayed(String reason) ->
                                recipients.delayed(address.mail(), reason);
                        case ReturnedMail.Other _ -> Uni.createFrom().voidItem();
                    };
        };
    }
}
