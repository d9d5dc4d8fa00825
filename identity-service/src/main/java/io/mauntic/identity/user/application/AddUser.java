package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryLoop;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.role.Role;
import io.mauntic.identity.user.domain.EmailTaken;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.User;
import io.mauntic.identity.user.infrastructure.Users;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Inside the unit of work of whoever invites a person: the row, and the note that a mail has to go
 * out. Nobody waits for Keycloak, so that the answer does not tell whether it knows the address.
 */
@ApplicationScoped
public class AddUser {

    private final Users users;
    private final UnitOfWork unitOfWork;
    private final DirectoryTasks tasks;
    private final DirectoryLoop loop;
    private final Clock clock;

    AddUser(
            Users users,
            UnitOfWork unitOfWork,
            DirectoryTasks tasks,
            DirectoryLoop loop,
            Clock clock) {
        this.users = users;
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.loop = loop;
        this.clock = clock;
    }

    public Uni<Long> handle(
            OrganizationId organization, PersonName name, EmailAddress email, Role role) {
        return users.isTaken(email, 0)
                .invoke(
                        taken -> {
                            if (taken) {
                                throw new EmailTaken();
                            }
                        })
                .chain(
                        () ->
                                users.persist(
                                        new User(organization, name, email, role, clock.instant())))
                .call(user -> tasks.noteDue(organization, DirectoryKind.USER, user.id()))
                .invoke(() -> unitOfWork.afterCommit(loop::wake))
                .map(User::id);
    }
}
