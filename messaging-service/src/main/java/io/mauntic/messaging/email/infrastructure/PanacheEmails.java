package io.mauntic.messaging.email.infrastructure;

import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.NotFound;
import io.mauntic.messaging.email.domain.Email;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The emails of the organization whose unit of work is open. */
@ApplicationScoped
public class PanacheEmails implements PanacheRepository<Email> {

    /**
     * @throws NotFound (as the outcome) when there is none, or it is deleted
     */
    public Uni<Email> get(EmailId id) {
        return find("id = ?1 and deletedAt is null", id.value())
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("email", id));
    }
}
