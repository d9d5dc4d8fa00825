package io.mauntic.identity.directory;

import io.mauntic.identity.role.Role;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.UserState;
import io.mauntic.kernel.OrganizationId;
import java.util.Optional;
import java.util.UUID;

/**
 * How Keycloak shall know a user.
 *
 * @param version of the row that says so
 */
record DesiredUser(
        OrganizationId organization,
        String organizationName,
        long id,
        long version,
        Optional<UUID> subject,
        PersonName name,
        String email,
        Role role,
        UserState state,
        boolean invite) {

    boolean enabled() {
        return state == UserState.ACTIVE;
    }

    boolean invited() {
        return state == UserState.INVITED;
    }

    boolean removed() {
        return state == UserState.REMOVED;
    }
}
