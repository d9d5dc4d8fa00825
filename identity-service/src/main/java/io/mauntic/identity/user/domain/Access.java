package io.mauntic.identity.user.domain;

import java.util.Optional;

/**
 * How a new user comes to sign in.
 *
 * @param password the first one, if Mauntic shall tell Keycloak of one
 * @param mustChangePassword whether the first sign-in asks for another one
 * @param invite whether Keycloak shall mail a link at which the person sets a password
 */
public record Access(Optional<PasswordHash> password, boolean mustChangePassword, boolean invite) {

    public static Access byPassword(PasswordHash hash, boolean mustChange) {
        return new Access(Optional.of(hash), mustChange, false);
    }

    public static Access byInvitation() {
        return new Access(Optional.empty(), true, true);
    }

    /** With the account that the person has in another organization already. */
    public static Access byOwnAccount() {
        return new Access(Optional.empty(), false, false);
    }
}
