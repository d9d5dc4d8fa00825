package io.mauntic.identity.user.application;

import io.mauntic.kernel.InvalidValues;

/** A role is given by its name. */
class RoleUnknown extends InvalidValues {

    private static final long serialVersionUID = 1L;

    RoleUnknown(String name) {
        super("role", "There is no role called \"%s\".".formatted(name));
    }
}
