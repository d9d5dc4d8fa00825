package io.mauntic.kit.security;

import io.mauntic.kernel.OrganizationId;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The bearer of the request's token: a person, an integrator or another service. Templates ask
 * {@code inject:user.may('…')}.
 */
@Named("user")
@RequestScoped
public class CurrentUser {

    /** With this permission a service of the platform says for which organization it asks. */
    public static final String ACT_FOR_ORGANIZATIONS = "platform:organizations:act";

    private static final String ORGANIZATION_HEADER = "X-Mauntic-Organization";

    private final SecurityIdentity identity;
    private final RoutingContext request;

    CurrentUser(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    /**
     * Whose data the request is about.
     *
     * @throws ForbiddenException when the token names no organization
     */
    public OrganizationId organization() {
        String asked = request.request().getHeader(ORGANIZATION_HEADER);
        if (asked != null && may(ACT_FOR_ORGANIZATIONS)) {
            return parse(asked);
        }
        return claim("organization_id")
                .map(CurrentUser::parse)
                .orElseThrow(ForbiddenException::new);
    }

    /** Keycloak's id of the bearer. */
    public String userId() {
        return claim("sub").orElse("");
    }

    public String name() {
        return claim("name").or(() -> claim("preferred_username")).orElse("");
    }

    public String email() {
        return claim("email").orElse("");
    }

    public String organizationName() {
        return claim("organization_name").orElse("");
    }

    public boolean may(String permission) {
        return permissions().contains(permission);
    }

    public Set<String> permissions() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Set.of();
        }
        Object claim = token.getClaim("permissions");
        return switch (claim) {
            case JsonArray array ->
                    array.getValuesAs(JsonString::getString).stream()
                            .collect(Collectors.toUnmodifiableSet());
            case Collection<?> texts ->
                    texts.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }

    private Optional<String> claim(String name) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        Object value = token.getClaim(name);
        return switch (value) {
            case null -> Optional.empty();
            case JsonString text -> Optional.of(text.getString());
            default -> Optional.of(value.toString());
        };
    }

    private static OrganizationId parse(String id) {
        try {
            return new OrganizationId(Long.parseLong(id));
        } catch (IllegalArgumentException notAnId) {
            throw new ForbiddenException(notAnId);
        }
    }
}
