package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.role.Role;
import io.mauntic.identity.user.domain.Access;
import io.mauntic.identity.user.domain.EmailTaken;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.User;
import io.mauntic.identity.user.infrastructure.Users;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Inside the unit of work of whoever adds a person: the row, its events, and the note that Keycloak
 * has to learn of it.
 */
@ApplicationScoped
public class AddUser {

    private final Users users;
    private final IdentityEvents events;
    private final DirectoryTasks tasks;
    private final Clock clock;

    AddUser(Users users, IdentityEvents events, DirectoryTasks tasks, Clock clock) {
        this.users = users;
        this.events = events;
        this.tasks = tasks;
        this.clock = clock;
    }

    public Uni<Long> handle(
            OrganizationId organization,
            PersonName name,
            EmailAddress email,
            Role role,
            Access access) {
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
                                        new User(
                                                organization,
                                                name,
                                                email,
                                                role,
                                                access,
                                                clock.instant())))
                .call(user -> events.publish(organization, user.created(role), user.joined(role)))
                .call(user -> tasks.note(organization, DirectoryKind.USER, user.id()))
                .map(User::id);
    }
}
