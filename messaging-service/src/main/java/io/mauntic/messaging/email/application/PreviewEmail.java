package io.mauntic.messaging.email.application;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.FreshContext;
import io.mauntic.messaging.crm.CrmContacts;
import io.mauntic.messaging.email.domain.EmailContent;
import io.mauntic.messaging.mail.CompiledEmail;
import io.mauntic.messaging.mail.ContactValues;
import io.mauntic.messaging.mail.MailWords;
import io.mauntic.messaging.template.BrokenTemplate;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** An email as one contact would read it, without tracking. */
@ApplicationScoped
public class PreviewEmail {

    private final CrmContacts contacts;

    PreviewEmail(CrmContacts contacts) {
        this.contacts = contacts;
    }

    /**
     * @param contact whose values are put in; without one the defaults show
     */
    public Uni<MailWords> handle(
            OrganizationId organization, EmailContent content, Optional<ContactId> contact) {
        return contact.map(id -> contacts.get(organization, id).map(ContactValues::of))
                .orElseGet(() -> Uni.createFrom().item(Map.of()))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(values -> render(content, values))
                .emitOn(FreshContext.callersContext());
    }

    private static MailWords render(EmailContent content, Map<String, Object> values) {
        try {
            return CompiledEmail.of(
                            content.name(),
                            content.subject(),
                            content.html(),
                            content.text(),
                            content.fromName(),
                            content.fromAddress())
                    .render(values, "#unsubscribe");
        } catch (BrokenTemplate broken) {
            throw new InvalidValues("html", broken.sentence());
        }
    }
}
