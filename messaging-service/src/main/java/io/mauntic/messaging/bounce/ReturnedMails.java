package io.mauntic.messaging.bounce;

import io.mauntic.messaging.bounce.ReturnedMail.Delayed;
import io.mauntic.messaging.bounce.ReturnedMail.Failed;
import io.mauntic.messaging.bounce.ReturnedMail.Other;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads what came to a bounce address, as a stream: the size of a mail costs no memory. Only a
 * delivery status notification counts. Auto-Submitted is no sign of anything else: Postfix calls
 * its notifications auto-replied, as holiday replies are.
 */
final class ReturnedMails {

    private static final Set<String> STATUS =
            Set.of("message/delivery-status", "message/global-delivery-status");
    private static final MimeConfig LIMITS =
            MimeConfig.custom()
                    .setMaxLineLen(20_000)
                    .setMaxHeaderLen(50_000)
                    .setMaxHeaderCount(500)
                    .build();

    /** Whose mail an alias gave to several mailboxes has reached the one that fared best. */
    private static final Comparator<ReturnedMail> BEST_FIRST =
            Comparator.comparingInt(
                    mail ->
                            switch (mail) {
                                case Other _ -> 0;
                                case Delayed _ -> 1;
                                case Failed(boolean hard, _) -> hard ? 3 : 2;
                            });

    private ReturnedMails() {}

    /** Never fails: what cannot be read is {@link Other}. */
    static ReturnedMail read(InputStream content) {
        MimeTokenStream tokens = new MimeTokenStream(LIMITS);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(content);
        try {
            return read(tokens);
        } catch (MimeException | IOException _) {
            return new Other();
        }
    }

    private static ReturnedMail read(MimeTokenStream tokens) throws IOException, MimeException {
        for (EntityState state = tokens.getState();
                state != EntityState.T_END_OF_STREAM;
                state = tokens.next()) {
            if (state == EntityState.T_BODY
                    && STATUS.contains(
                            tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT))) {
                return best(DeliveryStatusFields.recipients(tokens.getDecodedInputStream()));
            }
        }
        return new Other();
    }

    private static ReturnedMail best(List<DeliveryStatus> recipients) {
        return recipients.stream()
                .map(DeliveryStatus::meaning)
                .min(BEST_FIRST)
                .orElseGet(Other::new);
    }
}
