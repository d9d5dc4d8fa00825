package io.mauntic.messaging.delivery.application;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.kernel.Channel;
import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.messaging.delivery.infrastructure.DeliveryOrder;
import io.mauntic.messaging.delivery.infrastructure.StoredEmail;
import io.mauntic.messaging.mail.CompiledEmail;
import io.mauntic.messaging.mail.ContactValues;
import io.mauntic.messaging.mail.MailWords;
import io.mauntic.messaging.template.BrokenTemplate;
import io.mauntic.messaging.tracking.TrackedMail;
import io.mauntic.messaging.tracking.TrackingAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the words of mails together; plain computing, to be done off the event loop. */
@ApplicationScoped
class PreparedMails {

    private static final int KEPT_COMPILED = 200;
    // RFC 5322, 2.1.1: no line of a mail is longer, and readers cut off far before.
    private static final int LONGEST_SUBJECT = 998;

    private final TrackingAddresses addresses;
    private final Map<Version, CompiledEmail> compiled =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<Version, CompiledEmail> eldest) {
                            return size() > KEPT_COMPILED;
                        }
                    });

    PreparedMails(TrackingAddresses addresses) {
        this.addresses = addresses;
    }

    private record Version(OrganizationId organization, long emailId, long version) {}

    /** Everything of a batch: what can be sent, and what cannot. */
    record Prepared(List<Draft> drafts, List<Result> refused) {}

    /** A mail whose words are there, without its tracked links. */
    record Draft(
            DeliveryOrder order,
            StoredEmail email,
            EmailAddress to,
            MailWords words,
            TrackedMail mail,
            String unsubscribeUrl) {}

    Prepared prepare(
            OrganizationId organization,
            List<DeliveryOrder> orders,
            Map<Long, StoredEmail> emails,
            Map<Long, Contact> contacts) {
        Prepared prepared = new Prepared(new ArrayList<>(orders.size()), new ArrayList<>());
        for (DeliveryOrder order : orders) {
            StoredEmail email = emails.get(order.emailId());
            Contact contact = contacts.get(order.contactId());
            Optional<EmailAddress> to =
                    Optional.ofNullable(contact)
                            .map(Contact::getEmail)
                            .flatMap(EmailAddress::parse);
            if (email == null) {
                prepared.refused().add(new Result.NotSent(order.id(), NotSentReason.REFUSED));
            } else if (contact == null) {
                prepared.refused()
                        .add(new Result.NotSent(order.id(), NotSentReason.UNKNOWN_CONTACT));
            } else if (contact.getDoNotContact().contains(Channel.EMAIL.text())) {
                prepared.refused()
                        .add(new Result.NotSent(order.id(), NotSentReason.DO_NOT_CONTACT));
            } else if (to.isEmpty()) {
                prepared.refused().add(new Result.NotSent(order.id(), NotSentReason.NO_ADDRESS));
            } else {
                draft(organization, order, email, contact, to.get(), prepared);
            }
        }
        return prepared;
    }

    private void draft(
            OrganizationId organization,
            DeliveryOrder order,
            StoredEmail email,
            Contact contact,
            EmailAddress to,
            Prepared prepared) {
        TrackedMail mail = new TrackedMail(organization, new DeliveryId(order.id()));
        String unsubscribeUrl = addresses.unsubscribe(mail);
        try {
            MailWords words =
                    compiled(organization, email).render(ContactValues.of(contact), unsubscribeUrl);
            if (words.subject().getBytes(StandardCharsets.UTF_8).length > LONGEST_SUBJECT) {
                prepared.refused().add(new Result.NotSent(order.id(), NotSentReason.REFUSED));
            } else {
                prepared.drafts().add(new Draft(order, email, to, words, mail, unsubscribeUrl));
            }
        } catch (BrokenTemplate _) {
            prepared.refused().add(new Result.NotSent(order.id(), NotSentReason.REFUSED));
        }
    }

    private CompiledEmail compiled(OrganizationId organization, StoredEmail email) {
        return compiled.computeIfAbsent(
                new Version(organization, email.id(), email.version()),
                _ ->
                        CompiledEmail.of(
                                email.name(),
                                email.subject(),
                                email.html(),
                                email.text(),
                                email.fromName(),
                                email.fromAddress()));
    }
}
