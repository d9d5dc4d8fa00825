package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.user.domain.AccountIsShared;
import io.mauntic.identity.user.domain.EmailTaken;
import io.mauntic.identity.user.domain.User;
import io.mauntic.identity.user.infrastructure.Users;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks Keycloak, before anything is written, whether a user's address may become another one. */
@ApplicationScoped
class AddressCheck {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Directory directory;

    AddressCheck(UnitOfWork unitOfWork, Users users, Directory directory) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.directory = directory;
    }

    /**
     * @throws EmailTaken (as the outcome) if the address signs in to another account
     * @throws AccountIsShared (as the outcome) if the account is not this organization's alone
     */
    Uni<Void> mayBecome(OrganizationId organization, long user, EmailAddress email) {
        return unitOfWork
                .in(organization, () -> users.present(user))
                .chain(
                        found ->
                                found.email().equals(email.value())
                                        ? Uni.createFrom().voidItem()
                                        : mayBecome(organization, found, email));
    }

    private Uni<Void> mayBecome(OrganizationId organization, User user, EmailAddress email) {
        return directory
                .isFree(email, organization)
                .invoke(
                        free -> {
                            if (!free) {
                                throw new EmailTaken();
                            }
                        })
                .chain(() -> directory.isShared(user.subject(), organization))
                .invoke(
                        shared -> {
                            if (shared) {
                                throw new AccountIsShared();
                            }
                        })
                .replaceWithVoid();
    }
}
