package io.mauntic.identity.role;

import java.util.List;

/**
 * What a role or an API client can be allowed: client roles of the Keycloak client {@code
 * mauntic-api}.
 */
public final class Permission {

    /** Granted to everyone. */
    public static final String SELF = "identity:self:read";

    /** {@code platform:…} is missing on purpose: nobody in an organization hands that out. */
    public static final List<String> ALL =
            List.of(
                    SELF,
                    "identity:users:read",
                    "identity:users:write",
                    "identity:roles:read",
                    "identity:roles:write",
                    "identity:clients:read",
                    "identity:clients:write",
                    "identity:organization:read",
                    "identity:organization:write",
                    "crm:contacts:read",
                    "crm:contacts:write",
                    "crm:contacts:delete",
                    "crm:companies:read",
                    "crm:companies:write",
                    "crm:imports:read",
                    "crm:imports:write",
                    "crm:segments:read",
                    "crm:segments:write",
                    "campaign:campaigns:read",
                    "campaign:campaigns:write",
                    "campaign:campaigns:publish",
                    "messaging:emails:read",
                    "messaging:emails:write",
                    "messaging:emails:send",
                    "content:forms:read",
                    "content:forms:write",
                    "analytics:reports:read",
                    "integrations:webhooks:read",
                    "integrations:webhooks:write");

    private Permission() {}
}
