package io.mauntic.gateway;

import io.mauntic.gateway.page.Trouble;
import io.mauntic.gateway.proxy.ProblemReply;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What nobody foresaw: told in the caller's own way, with nothing of the inside in it. */
@ApplicationScoped
class Mishaps implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(Mishaps.class);

    private final Trouble trouble;

    Mishaps(Trouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public void handle(RoutingContext context) {
        var failure = context.failure();
        var noKeycloak = failure instanceof OIDCException;
        if (failure == null
                || failure instanceof SecurityException
                || failure instanceof AuthenticationException
                || context.response().headWritten()) {
            // Quarkus turns these into the way to the sign-in, or into a plain status.
            context.next();
            return;
        }
        LOG.errorf(failure, "%s failed", context.normalizedPath());
        if (context.normalizedPath().startsWith("/api/")) {
            (noKeycloak ? ProblemReply.UNAVAILABLE : ProblemReply.BROKEN).send(context);
        } else {
            trouble.tell(context, null, noKeycloak ? 503 : 500, Optional.empty());
        }
    }
}
