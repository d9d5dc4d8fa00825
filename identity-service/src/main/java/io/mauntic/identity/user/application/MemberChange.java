package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.event.IdentityEvent;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.domain.Member;
import io.mauntic.identity.user.domain.OwnAccountIsUsed;
import io.mauntic.identity.user.infrastructure.Users;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * What every change to a member has in common: it waits its turn, needs the power that the member
 * has, and is not over before Keycloak knows of it.
 */
@ApplicationScoped
class MemberChange {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final IdentityEvents events;
    private final DirectoryTasks tasks;
    private final Directory directory;

    MemberChange(
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

    Uni<Void> carryOut(Actor actor, long user, Function<Member, Uni<Void>> change) {
        return unitOfWork
                .in(
                        actor.organization(),
                        () ->
                                users.forChange(actor.organization(), user)
                                        .invoke(member -> actor.mustHold(member.role()))
                                        .chain(change::apply)
                                        .chain(
                                                () ->
                                                        tasks.note(
                                                                actor.organization(),
                                                                DirectoryKind.USER,
                                                                user)))
                .chain(() -> directory.settle(actor.organization(), DirectoryKind.USER, user));
    }

    Uni<Void> tell(Actor actor, long user, Function<Member, IdentityEvent> change) {
        return carryOut(
                actor, user, member -> events.publish(actor.organization(), change.apply(member)));
    }

    /**
     * A change after which the organization is without the member.
     *
     * @param what the verb, as the refusal names it
     */
    Uni<Void> lose(Actor actor, long user, String what, Function<Member, IdentityEvent> change) {
        return carryOut(
                actor,
                user,
                member -> {
                    if (member.user().is(actor.subject())) {
                        throw new OwnAccountIsUsed(what);
                    }
                    boolean joined = !member.user().isInvited();
                    return users.canDoWithout(member)
                            .map(_ -> change.apply(member))
                            .chain(
                                    event ->
                                            joined
                                                    ? events.publish(actor.organization(), event)
                                                    : Uni.createFrom().voidItem());
                });
    }
}
