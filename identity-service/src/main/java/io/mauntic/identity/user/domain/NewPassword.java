package io.mauntic.identity.user.domain;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * The first password of a user.
 *
 * @param clear as it is typed at the sign-in
 * @param temporary whether the user must change it there
 * @param made whether Mauntic made it, and so has to show it once
 */
public record NewPassword(String clear, boolean temporary, boolean made) {

    /** Without what is taken for another: 0 and O, 1, l and I. */
    private static final String LETTERS =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    /** What was typed, or a temporary one of 93 bits when nothing was. */
    public static NewPassword of(String typed, boolean temporary, SecureRandom random) {
        return Optional.ofNullable(typed)
                .map(password -> new NewPassword(password, temporary, false))
                .orElseGet(() -> new NewPassword(random(random), true, true));
    }

    public Optional<String> shown() {
        return made ? Optional.of(clear) : Optional.empty();
    }

    @Override
    public String toString() {
        return "a password";
    }

    private static String random(SecureRandom random) {
        StringBuilder password = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, LETTERS.length())
                .forEach(index -> password.append(LETTERS.charAt(index)));
        return password.toString();
    }
}
