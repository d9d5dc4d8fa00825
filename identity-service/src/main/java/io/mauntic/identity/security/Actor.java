package io.mauntic.identity.security;

import io.mauntic.identity.role.Role;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import java.util.List;
import java.util.Set;

/**
 * Who changes something, and with which power.
 *
 * @param subject Keycloak's id of the person or program
 */
public record Actor(OrganizationId organization, String subject, Set<String> permissions) {

    public static Actor of(CurrentUser user) {
        return new Actor(user.organization(), user.userId(), user.permissions());
    }

    /**
     * Nobody hands out, or takes away, more than they have: or whoever may write users would be an
     * administrator.
     *
     * @throws PermissionNotHeld if one of the permissions is missing here
     */
    public void mustHold(List<String> wanted) {
        wanted.stream()
                .filter(permission -> !permissions.contains(permission))
                .findFirst()
                .ifPresent(
                        missing -> {
                            throw new PermissionNotHeld(missing);
                        });
    }

    public void mustHold(Role role) {
        mustHold(role.permissions());
    }
}
