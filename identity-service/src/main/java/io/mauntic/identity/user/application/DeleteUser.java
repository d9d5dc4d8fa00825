package io.mauntic.identity.user.application;

import io.mauntic.identity.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes a person out of the organization, and out of the sign-in if it was their last; withdraws
 * the invitation of one who has not joined.
 */
@ApplicationScoped
public class DeleteUser {

    private final MemberChange change;

    DeleteUser(MemberChange change) {
        this.change = change;
    }

    public Uni<Void> handle(Actor actor, long user) {
        return change.lose(actor, user, "delete", member -> member.user().remove(member.role()));
    }
}
