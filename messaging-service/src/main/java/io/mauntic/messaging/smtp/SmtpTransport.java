package io.mauntic.messaging.smtp;

import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Sends mails to the configured server. Each lane has connections of its own, so that realtime
 * mails never wait behind bulk ones; all of them live on one event loop, so that nothing here needs
 * a lock and a handover is followed by its final dot without a pause.
 */
@ApplicationScoped
public class SmtpTransport {

    private final SmtpPool realtime;
    private final SmtpPool bulk;
    private final Optional<DkimSignature> signature;

    SmtpTransport(Vertx vertx, SmtpConfig config) {
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        signature = config.dkim().map(DkimSignature::new);
        SmtpConnector connector = new SmtpConnector(vertx, config);
        realtime = new SmtpPool(vertx, context, connector, config, config.realtimeConnections());
        bulk = new SmtpPool(vertx, context, connector, config, config.bulkConnections());
    }

    /** What became of the mail; it never fails. */
    public Uni<MailOutcome> send(Lane lane, OutgoingMail mail, Handover handover) {
        SmtpPool pool = lane == Lane.REALTIME ? realtime : bulk;
        return Uni.createFrom()
                .completionStage(() -> pool.send(signed(mail), handover).toCompletionStage());
    }

    private OutgoingMail signed(OutgoingMail mail) {
        return signature.map(dkim -> mail.withContent(dkim.sign(mail.content()))).orElse(mail);
    }
}
