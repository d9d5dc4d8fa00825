package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.infrastructure.Users;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the door again. */
@ApplicationScoped
public class UnblockUser {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final IdentityEvents events;
    private final DirectoryTasks tasks;
    private final Directory directory;

    UnblockUser(
            UnitOfWork unitOfWork,
            Users users,
            IdentityEvents events,
            DirectoryTasks tasks,
            Directory directory) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.events = events;
        this.tasks = tasks;
        this.directory = directory;
    }

    public Uni<Void> handle(Actor actor, long user) {
        return unitOfWork
                .in(actor.organization(), () -> unblock(actor, user))
                .chain(() -> directory.settle(actor.organization(), DirectoryKind.USER, user));
    }

    private Uni<Void> unblock(Actor actor, long id) {
        return users.forChange(actor.organization(), id)
                .invoke(member -> actor.mustHold(member.role()))
                .map(member -> member.user().unblock(member.role()))
                .chain(event -> events.publish(actor.organization(), event))
                .chain(() -> tasks.note(actor.organization(), DirectoryKind.USER, id));
    }
}
