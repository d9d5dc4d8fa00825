package io.mauntic.identity.user.application;

import io.mauntic.identity.user.domain.NewPassword;
import io.mauntic.identity.user.domain.PasswordHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Hashes passwords away from the event loop. */
@ApplicationScoped
public class Passwords {

    private final Vertx vertx;
    private final SecureRandom random = new SecureRandom();

    Passwords(Vertx vertx) {
        this.vertx = vertx;
    }

    /** What was typed, or a temporary one when nothing was. */
    public NewPassword of(String typed, boolean temporary) {
        return NewPassword.of(typed, temporary, random);
    }

    public Uni<PasswordHash> hash(NewPassword password) {
        return vertx.executeBlocking(() -> PasswordHash.of(password.clear(), random), false);
    }
}
