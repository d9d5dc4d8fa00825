package io.mauntic.kit.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a request through when its bearer has the permission that the contract, or the method's
 * {@link RequiresPermission}, asks for. A method with neither is refused to everyone.
 */
@ApplicationScoped
class PermissionFilter {

    private final CurrentIdentityAssociation identities;
    private final ContractPermissions contract;
    private final CurrentUser user;

    PermissionFilter(
            CurrentIdentityAssociation identities, ContractPermissions contract, CurrentUser user) {
        this.identities = identities;
        this.contract = contract;
        this.user = user;
    }

    @ServerRequestFilter
    Uni<Response> check(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (annotation(method, resource.getResourceClass(), PublicRoute.class).isPresent()) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .getDeferredIdentity()
                .invoke(identities::setIdentity)
                .map(identity -> check(identity, method, resource.getResourceClass()));
    }

    private Response check(SecurityIdentity identity, Method method, Class<?> type) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        String permission =
                annotation(method, type, RequiresPermission.class)
                        .map(RequiresPermission::value)
                        .or(() -> contract.of(method.getName()))
                        .orElseThrow(ForbiddenException::new);
        if (!user.may(permission)) {
            throw new ForbiddenException(permission);
        }
        return null;
    }

    private static <A extends java.lang.annotation.Annotation> Optional<A> annotation(
            Method method, Class<?> type, Class<A> wanted) {
        return Optional.ofNullable(method.getAnnotation(wanted))
                .or(() -> Optional.ofNullable(type.getAnnotation(wanted)));
    }
}
