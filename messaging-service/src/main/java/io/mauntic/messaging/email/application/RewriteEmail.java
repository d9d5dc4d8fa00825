package io.mauntic.messaging.email.application;

import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.database.Versions;
import io.mauntic.kit.drafts.ChangedMeanwhile;
import io.mauntic.kit.drafts.Fingerprint;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.messaging.email.domain.Email;
import io.mauntic.messaging.email.domain.EmailContent;
import io.mauntic.messaging.email.infrastructure.PanacheEmails;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Other words for an email. */
@ApplicationScoped
public class RewriteEmail {

    private final UnitOfWork unitOfWork;
    private final Versions versions;
    private final PanacheEmails emails;
    private final Clock clock;

    RewriteEmail(UnitOfWork unitOfWork, Versions versions, PanacheEmails emails, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
        this.emails = emails;
        this.clock = clock;
    }

    /**
     * Goes over whatever is there.
     *
     * @param base the fingerprint of the words that were edited; empty when it is not known
     * @throws ChangedMeanwhile (as the outcome)
     */
    public Uni<Void> handle(
            OrganizationId organization, EmailId id, String base, EmailContent content) {
        return rewrite(
                organization,
                id,
                IfMatch.ANY,
                email -> {
                    ChangedMeanwhile.refuse(base, Fingerprint.of(email.written()));
                    return content;
                });
    }

    /**
     * @param seen what the editor has seen
     * @param change gets the words as they are while the email is locked
     */
    public Uni<Void> handle(
            OrganizationId organization,
            EmailId id,
            IfMatch seen,
            UnaryOperator<EmailContent> change) {
        return rewrite(organization, id, seen, email -> change.apply(email.content()));
    }

    private Uni<Void> rewrite(
            OrganizationId organization,
            EmailId id,
            IfMatch seen,
            Function<Email, EmailContent> change) {
        return unitOfWork.in(
                organization,
                () ->
                        versions.lock("email", id.value(), seen)
                                .chain(() -> emails.get(id))
                                .invoke(
                                        email ->
                                                email.rewrite(
                                                        change.apply(email)
                                                                .checkedSince(email.content()),
                                                        clock.instant()))
                                .chain(emails::flush));
    }
}
