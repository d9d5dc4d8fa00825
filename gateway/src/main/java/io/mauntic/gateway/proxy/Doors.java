package io.mauntic.gateway.proxy;

import io.mauntic.gateway.Service;
import io.mauntic.gateway.limits.RateLimits;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** What goes through as it is: the API with a bearer token, and the routes of visitors without. */
@ApplicationScoped
public class Doors {

    private static final Logger LOG = Logger.getLogger(Doors.class);

    private final Upstream upstream;
    private final RateLimits limits;

    Doors(Upstream upstream, RateLimits limits) {
        this.limits = limits;
        this.upstream = upstream;
    }

    /** {@code /api/{context}/…}: nobody without a valid token gets as far as a service. */
    public void api(RoutingContext context, Service service) {
        // Quarkus holds the body back until somebody reads it; resuming here would lose what
        // arrives
        // before the connection to the service stands.
        // Quarkus would answer a wrong token with an empty body; programs expect a problem reply.
        BiConsumer<RoutingContext, Throwable> leaveToUs = (_, _) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leaveToUs);
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        identity -> enter(context, service, identity),
                        failure -> refuse(context, failure));
    }

    private static void refuse(RoutingContext context, Throwable failure) {
        var noKeycloak =
                failure instanceof OIDCException || failure.getCause() instanceof OIDCException;
        (noKeycloak ? ProblemReply.UNAVAILABLE : ProblemReply.UNAUTHENTICATED).send(context);
    }

    private void enter(RoutingContext context, Service service, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            ProblemReply.UNAUTHENTICATED.send(context);
            return;
        }
        if (!limits.client(context, identity.getPrincipal().getName())) {
            return;
        }
        var limit = BodyLimits.ofMember(context.request());
        pass(context, service, uri(context), new Credentials.Bearer(), limit);
    }

    /** The contract of a service, for everyone to read. */
    public void contract(RoutingContext context, Service service) {
        pass(context, service, "/q/openapi", new Credentials.Visitor(), 0);
    }

    /** Forms, pixels, links and hits: visitors have no account. */
    public void visitor(RoutingContext context, Service service) {
        pass(context, service, uri(context), new Credentials.Visitor(), BodyLimits.VISITOR);
    }

    private void pass(
            RoutingContext context,
            Service service,
            String uri,
            Credentials credentials,
            long limit) {
        if (BodyLimits.exceeded(context.request(), limit)) {
            ProblemReply.TOO_LARGE.send(context);
            return;
        }
        upstream.forward(context, service, uri, credentials, limit)
                .onSuccess(answer -> Relay.whole(answer, context))
                .onFailure(failure -> fail(context, service, failure));
    }

    private static void fail(RoutingContext context, Service service, Throwable failure) {
        if (failure instanceof BodyTooLarge) {
            ProblemReply.TOO_LARGE.send(context);
            return;
        }
        LOG.warnf("%s does not answer: %s", service.path(), failure.getMessage());
        ProblemReply.UNAVAILABLE.send(context);
    }

    /** What was matched is what is sent: dots and slashes are resolved already. */
    public static String uri(RoutingContext context) {
        var query = context.request().query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }
}
