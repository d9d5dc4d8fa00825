package io.mauntic.identity.role;

import io.mauntic.identity.event.IdentityEvent.RoleChanged;
import io.mauntic.kernel.OrganizationId;
import java.util.List;

/**
 * A set of permissions that people share. In Keycloak it is a realm role composed of client roles.
 *
 * @param permissions sorted as {@link Permission#ALL}
 */
public record Role(
        OrganizationId organization,
        long id,
        String name,
        boolean builtIn,
        List<String> permissions) {

    public RoleChanged changed() {
        return new RoleChanged(id, name, permissions);
    }

    public boolean isAdministrator() {
        return builtIn && name.equals(BuiltInRole.ADMINISTRATOR.roleName());
    }

    /**
     * Those that come with Mauntic are shared by all organizations, the others carry the
     * organization's number.
     */
    public String directoryName() {
        return builtIn ? name : directoryName(organization, id);
    }

    public static String directoryName(OrganizationId organization, long id) {
        return "organization-%s-role-%d".formatted(organization, id);
    }
}
