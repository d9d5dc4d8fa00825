package io.mauntic.kit.clients;

import io.mauntic.kernel.OrganizationId;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/**
 * Gives a call to another service the platform's token and the organization that {@link
 * ServiceCalls} acts for.
 */
@ApplicationScoped
public class ServiceCallFilter implements ResteasyReactiveClientRequestFilter {

    private final OidcClient keycloak;
    private final boolean signedIn;
    private final TokensHelper tokens = new TokensHelper();

    ServiceCallFilter(
            OidcClient keycloak,
            @ConfigProperty(name = "quarkus.oidc-client.client-enabled", defaultValue = "true")
                    boolean signedIn) {
        this.keycloak = keycloak;
        this.signedIn = signedIn;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        ServiceCalls.current()
                .map(OrganizationId::toString)
                .ifPresent(
                        organization ->
                                request.getHeaders()
                                        .putSingle("X-Mauntic-Organization", organization));
        if (signedIn) {
            request.suspend();
            tokens.getTokens(keycloak)
                    .subscribe()
                    .with(
                            token -> {
                                request.getHeaders()
                                        .putSingle(
                                                HttpHeaders.AUTHORIZATION,
                                                "Bearer " + token.getAccessToken());
                                request.resume();
                            },
                            request::resume);
        }
    }
}
