package io.mauntic.identity.user.application;

import io.mauntic.identity.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Mails the invitation again, or a link to set a password to one who has joined. */
@ApplicationScoped
public class InviteUser {

    private final MemberChange change;

    InviteUser(MemberChange change) {
        this.change = change;
    }

    public Uni<Void> handle(Actor actor, long user) {
        return change.carryOut(
                actor,
                user,
                member -> {
                    member.user().invite();
                    return Uni.createFrom().voidItem();
                });
    }
}
