package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.user.domain.EmailTaken;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses an address that signs in to another organization, before anything is written. */
@ApplicationScoped
public class AddressCheck {

    private final Directory directory;

    AddressCheck(Directory directory) {
        this.directory = directory;
    }

    public Uni<Void> mustBeFree(EmailAddress email, OrganizationId organization) {
        return directory
                .isFree(email, organization)
                .invoke(
                        free -> {
                            if (!free) {
                                throw new EmailTaken();
                            }
                        })
                .replaceWithVoid();
    }
}
