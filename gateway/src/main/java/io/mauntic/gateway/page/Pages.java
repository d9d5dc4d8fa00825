package io.mauntic.gateway.page;

import io.mauntic.gateway.Service;
import io.mauntic.gateway.proxy.BodyLimits;
import io.mauntic.gateway.proxy.BodyTooLarge;
import io.mauntic.gateway.proxy.Credentials;
import io.mauntic.gateway.proxy.Relay;
import io.mauntic.gateway.proxy.Streams;
import io.mauntic.gateway.proxy.Upstream;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Pages and their parts: a service's fragment, in the shell when a browser goes there. */
@ApplicationScoped
public class Pages {

    private static final Logger LOG = Logger.getLogger(Pages.class);
    private static final String OWN_POLICY = "Content-Security-Policy";

    private final Upstream upstream;
    private final Streams streams;
    private final Shell shell;
    private final Trouble trouble;

    Pages(Upstream upstream, Streams streams, Shell shell, Trouble trouble) {
        this.streams = streams;
        this.upstream = upstream;
        this.shell = shell;
        this.trouble = trouble;
    }

    /** Answers with what the service has at {@code uri}, {@code /ui/{context}/…}. */
    public void show(RoutingContext context, Person person, Service service, String uri) {
        var limit = BodyLimits.ofMember(context.request());
        if (BodyLimits.exceeded(context.request(), limit)) {
            trouble.tell(context, person, 413, Optional.empty());
            return;
        }
        upstream.forward(context, service, uri, new Credentials.Session(person.token()), limit)
                .onSuccess(answer -> pass(context, person, service, answer))
                .onFailure(failure -> fail(context, person, service, failure));
    }

    private void pass(
            RoutingContext context, Person person, Service service, HttpClientResponse answer) {
        var visit = Visit.of(context);
        var status = answer.statusCode();
        if (status >= 300 && status < 400) {
            KeptToast.keep(answer, context);
            NewSession.begin(answer, context);
        } else if (status >= 400 && !isHtml(answer)) {
            answer.body()
                    .onSuccess(body -> explain(context, person, answer, body))
                    .onFailure(failure -> fail(context, person, service, failure));
            return;
        } else if (visit.wholePage() && isHtml(answer) && answer.getHeader(OWN_POLICY) == null) {
            answer.body()
                    .onSuccess(body -> frame(context, person, service, answer, body))
                    .onFailure(failure -> fail(context, person, service, failure));
            return;
        }
        if (Upstream.isStream(answer.headers())) {
            streams.keep(answer, context, person.token());
        }
        Relay.whole(answer, context);
    }

    private void frame(
            RoutingContext context,
            Person person,
            Service service,
            HttpClientResponse answer,
            Buffer body) {
        Relay.head(answer, context);
        shell.draw(context, person, body.toString());
    }

    private void explain(
            RoutingContext context, Person person, HttpClientResponse answer, Buffer body) {
        trouble.tell(context, person, answer.statusCode(), Trouble.detail(body));
    }

    private void fail(RoutingContext context, Person person, Service service, Throwable failure) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (failure instanceof BodyTooLarge) {
            trouble.tell(context, person, 413, Optional.empty());
            return;
        }
        LOG.warnf("%s does not answer: %s", service.path(), failure.getMessage());
        trouble.tell(context, person, 503, Optional.empty());
    }

    private static boolean isHtml(HttpClientResponse answer) {
        var type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/html");
    }
}
