package io.mauntic.identity.user.application;

import io.mauntic.identity.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a person's sessions and shuts the organization's door until unblocked. */
@ApplicationScoped
public class BlockUser {

    private final MemberChange change;

    BlockUser(MemberChange change) {
        this.change = change;
    }

    public Uni<Void> handle(Actor actor, long user) {
        return change.lose(actor, user, "block", member -> member.user().block(member.role()));
    }
}
