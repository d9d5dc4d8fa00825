package io.mauntic.identity.user.application;

import io.mauntic.identity.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Mails the person a link at which they set a password, for the first time or again. */
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
