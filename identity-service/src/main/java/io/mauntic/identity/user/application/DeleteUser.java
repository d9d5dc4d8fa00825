package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.domain.Member;
import io.mauntic.identity.user.domain.OwnAccountIsUsed;
import io.mauntic.identity.user.infrastructure.Users;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a person out of the organization and out of the sign-in. */
@ApplicationScoped
public class DeleteUser {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final IdentityEvents events;
    private final DirectoryTasks tasks;
    private final Directory directory;

    DeleteUser(
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
                .in(actor.organization(), () -> remove(actor, user))
                .chain(() -> directory.settle(actor.organization(), DirectoryKind.USER, user));
    }

    private Uni<Void> remove(Actor actor, long id) {
        return users.forChange(actor.organization(), id)
                .invoke(member -> mayBeLost(actor, member))
                .call(users::canDoWithout)
                .map(member -> member.user().remove(member.role()))
                .chain(event -> events.publish(actor.organization(), event))
                .chain(() -> tasks.note(actor.organization(), DirectoryKind.USER, id));
    }

    private static void mayBeLost(Actor actor, Member member) {
        if (member.user().is(actor.subject())) {
            throw new OwnAccountIsUsed("delete");
        }
        actor.mustHold(member.role());
    }
}
