package io.mauntic.messaging.email.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.messaging.email.domain.Email;
import io.mauntic.messaging.email.domain.EmailContent;
import io.mauntic.messaging.email.infrastructure.PanacheEmails;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A new email. */
@ApplicationScoped
public class WriteEmail {

    private final UnitOfWork unitOfWork;
    private final PanacheEmails emails;
    private final Clock clock;

    WriteEmail(UnitOfWork unitOfWork, PanacheEmails emails, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.emails = emails;
        this.clock = clock;
    }

    /** Its id. */
    public Uni<Long> handle(OrganizationId organization, EmailContent content) {
        EmailContent words = content.checked();
        return unitOfWork.in(
                organization,
                () ->
                        emails.persistAndFlush(new Email(organization, words, clock.instant()))
                                .map(Email::id));
    }
}
