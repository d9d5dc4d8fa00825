package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.user.domain.Access;
import io.mauntic.identity.user.domain.NewPassword;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Decides how a new user comes in, before anything is written. */
@ApplicationScoped
public class FirstAccess {

    /** What whoever adds the user asked for; kept apart from what is stored as a fingerprint. */
    public record Wish(Optional<String> password, boolean temporary, boolean invite) {

        @Override
        public String toString() {
            return "a wish for access";
        }
    }

    /**
     * @param shown a password that Mauntic made, to be shown once
     */
    public record Decision(Access access, Optional<String> shown) {}

    private final Directory directory;
    private final Passwords passwords;

    FirstAccess(Directory directory, Passwords passwords) {
        this.directory = directory;
        this.passwords = passwords;
    }

    public Uni<Decision> decide(OrganizationId organization, EmailAddress email, Wish wish) {
        if (wish.invite() && wish.password().isPresent()) {
            throw new InvalidValues(
                    "password", "Who is invited sets a password of their own. Leave it empty.");
        }
        return directory
                .isFree(email, organization)
                .chain(free -> free ? forNewAccount(wish) : forOwnAccount(wish));
    }

    private Uni<Decision> forNewAccount(Wish wish) {
        if (wish.invite()) {
            return Uni.createFrom().item(new Decision(Access.byInvitation(), Optional.empty()));
        }
        NewPassword password = passwords.of(wish.password().orElse(null), wish.temporary());
        return passwords
                .hash(password)
                .map(hash -> Access.byPassword(hash, password.temporary()))
                .map(access -> new Decision(access, password.shown()));
    }

    private static Uni<Decision> forOwnAccount(Wish wish) {
        if (wish.password().isPresent()) {
            throw new InvalidValues(
                    "password",
                    "This person has an account already and keeps its password. Leave it empty.");
        }
        return Uni.createFrom().item(new Decision(Access.byOwnAccount(), Optional.empty()));
    }
}
