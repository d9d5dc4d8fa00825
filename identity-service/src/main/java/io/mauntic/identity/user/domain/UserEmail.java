package io.mauntic.identity.user.domain;

import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;

/** The address that a user signs in with, as somebody typed it. */
public final class UserEmail {

    private UserEmail() {}

    public static EmailAddress of(String typed) {
        return EmailAddress.parse(typed)
                .orElseThrow(
                        () -> new InvalidValues("email", "Enter an address like ada@example.org."));
    }
}
