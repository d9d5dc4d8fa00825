package io.mauntic.messaging.email.application;

import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.messaging.email.infrastructure.PanacheEmails;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** An email that shall not be sent again. */
@ApplicationScoped
public class DeleteEmail {

    private final UnitOfWork unitOfWork;
    private final PanacheEmails emails;
    private final Clock clock;

    DeleteEmail(UnitOfWork unitOfWork, PanacheEmails emails, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.emails = emails;
        this.clock = clock;
    }

    public Uni<Void> handle(OrganizationId organization, EmailId id) {
        return unitOfWork.in(
                organization,
                () ->
                        emails.get(id)
                                .invoke(email -> email.delete(clock.instant()))
                                .chain(emails::flush));
    }
}
