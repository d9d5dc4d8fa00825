package io.mauntic.identity.user.interfaces.web;

import io.mauntic.identity.user.application.Invitations;
import io.mauntic.identity.user.domain.Invitation;
import io.mauntic.kit.security.PublicRoute;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** Where the mailed link of an invitation ends: whoever holds it needs no account to say yes. */
@Path("/join")
@PublicRoute
class JoinPages {

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Invitations invitations;

    JoinPages(Invitations invitations) {
        this.invitations = invitations;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(String organization);

        static native TemplateInstance joined(String organization);

        static native TemplateInstance gone();
    }

    /** Only shows the button: scanners and prefetchers follow links. */
    @GET
    @Path("{token}")
    public Uni<Response> ask(String token) {
        return answer(token, invitations::to, Templates::ask);
    }

    @POST
    @Path("{token}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> join(String token) {
        return answer(token, invitations::accept, Templates::joined);
    }

    private static Uni<Response> answer(
            String token,
            Function<Invitation, Uni<Optional<String>>> step,
            Function<String, TemplateInstance> page) {
        return Invitation.parse(token)
                .map(step)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(
                        organization ->
                                organization
                                        .map(name -> page(200, page.apply(name)))
                                        .orElseGet(() -> page(404, Templates.gone())));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", PAGE_POLICY)
                .header("Cache-Control", "no-store, private")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
