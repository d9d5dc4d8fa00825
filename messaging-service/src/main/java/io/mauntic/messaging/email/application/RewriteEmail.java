package io.mauntic.messaging.email.application;

import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.drafts.ChangedMeanwhile;
import io.mauntic.kit.drafts.Fingerprint;
import io.mauntic.messaging.email.domain.EmailContent;
import io.mauntic.messaging.email.infrastructure.PanacheEmails;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Other words for an email. */
@ApplicationScoped
public class RewriteEmail {

    private final UnitOfWork unitOfWork;
    private final PanacheEmails emails;
    private final Clock clock;

    RewriteEmail(UnitOfWork unitOfWork, PanacheEmails emails, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.emails = emails;
        this.clock = clock;
    }

    /**
     * @param base the fingerprint of the words that were edited; empty to go over whatever is there
     * @throws ChangedMeanwhile (as the outcome)
     */
    public Uni<Void> handle(
            OrganizationId organization, EmailId id, String base, EmailContent content) {
        return unitOfWork.in(
                organization,
                () ->
                        emails.get(id)
                                .invoke(
                                        email ->
                                                ChangedMeanwhile.refuse(
                                                        base, Fingerprint.of(email.written())))
                                .invoke(email -> email.rewrite(content, clock.instant()))
                                .chain(emails::flush));
    }
}
