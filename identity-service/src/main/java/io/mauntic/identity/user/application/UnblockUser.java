package io.mauntic.identity.user.application;

import io.mauntic.identity.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the door again. */
@ApplicationScoped
public class UnblockUser {

    private final MemberChange change;

    UnblockUser(MemberChange change) {
        this.change = change;
    }

    public Uni<Void> handle(Actor actor, long user) {
        return change.tell(actor, user, member -> member.user().unblock(member.role()));
    }
}
