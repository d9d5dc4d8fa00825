package io.mauntic.identity.directory;

import io.mauntic.identity.role.Role;
import io.mauntic.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;

/** How Keycloak shall know an API client. */
record DesiredClient(
        OrganizationId organization,
        String organizationName,
        String clientId,
        String name,
        Optional<Role> role,
        List<String> permissions,
        boolean removed) {}
