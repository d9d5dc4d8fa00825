package io.mauntic.messaging.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/**
 * One mail that comes in, on the thread of its connection. It is answered with 250 when what it
 * means is committed, and not before: until then its sender keeps it and writes again.
 */
final class ReturnConversation implements MessageHandler {

    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(ReturnConversation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReturnAddresses addresses;
    private final NoteReturnedMail note;
    private final Set<ReturnAddress> recipients = new LinkedHashSet<>();

    ReturnConversation(ReturnAddresses addresses, NoteReturnedMail note) {
        this.addresses = addresses;
        this.note = note;
    }

    @Override
    public void from(String sender) {
        // Whoever it is: notifications have none (RFC 5321, section 4.5.5), and any other is easily
        // forged. The recipient's token is what counts.
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        recipients.add(
                addresses
                        .meaning(recipient)
                        .orElseThrow(() -> new RejectException(550, "5.1.1 No such address")));
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        BoundedContent content = new BoundedContent(data, MOST_BYTES);
        ReturnedMail mail = ReturnedMails.read(content);
        if (!content.finish()) {
            throw new RejectException(552, "5.3.4 The mail is too large");
        }
        try {
            recipients.forEach(to -> note.handle(to, mail).await().atMost(PATIENCE));
        } catch (RuntimeException failure) {
            LOG.warn("A returned mail could not be noted; its sender keeps it", failure);
            throw new RejectException(451, "4.3.0 Try again later");
        }
        return "2.0.0 Noted";
    }

    @Override
    public void done() {
        // Nothing is kept.
    }
}
