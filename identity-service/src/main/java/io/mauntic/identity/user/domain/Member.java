package io.mauntic.identity.user.domain;

import io.mauntic.identity.role.Role;

/** A user with the role that they have. */
public record Member(User user, Role role) {

    /** Whether the organization can do without this one. */
    public boolean isActiveAdministrator() {
        return user.isActive() && role.isAdministrator();
    }
}
