package io.mauntic.messaging.smtp;

import io.vertx.core.Future;

/**
 * Gives leave to write the final dot of a mail; asked when all else of the mail has left for the
 * server.
 */
@FunctionalInterface
public interface Handover {

    /** For mails that may go out twice, such as tests. */
    Handover FREE = _ -> Future.succeededFuture(true);

    /**
     * True completes on the event loop of the caller, at the very moment when it is noted that the
     * mail is out; false when the mail has become another's; failed when it could not be noted.
     */
    Future<Boolean> of(OutgoingMail mail);
}
