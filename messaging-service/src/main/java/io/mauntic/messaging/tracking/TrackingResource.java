package io.mauntic.messaging.tracking;

import io.mauntic.kit.security.PublicRoute;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestCookie;

/** The addresses that stand in mails; open to everyone, and silent about what they know. */
@Path("/")
@PublicRoute
class TrackingResource {

    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    private static final String COOKIE = "mtc_id";
    private static final int ONE_YEAR_SECONDS = 31_536_000;
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final TrackRecipients recipients;
    private final TrackingAddresses addresses;
    private final boolean secure;

    TrackingResource(
            TrackRecipients recipients,
            TrackingAddresses addresses,
            @ConfigProperty(name = "mauntic.public.url") URI publicUrl) {
        this.recipients = recipients;
        this.addresses = addresses;
        this.secure = "https".equals(publicUrl.getScheme());
    }

    @CheckedTemplate(basePath = "recipient")
    static class Templates {
        static native TemplateInstance unsubscribe();

        static native TemplateInstance unsubscribed();

        static native TemplateInstance unknown();
    }

    /** The pixel comes whatever the token: a broken image would show. */
    @GET
    @Path("t/o/{token}.gif")
    public Uni<Response> open(String token, HttpServerRequest request) {
        return addresses
                .opened(token)
                .map(mail -> recipients.opened(mail, visitor(request, null)))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .replaceWith(
                        Response.ok(PIXEL, "image/gif")
                                .header("Cache-Control", "no-store, private")
                                .build());
    }

    @GET
    @Path("t/c/{token}")
    public Uni<Response> click(
            String token, @RestCookie(COOKIE) String cookie, HttpServerRequest request) {
        return addresses
                .clicked(token)
                .map(link -> recipients.clicked(link, visitor(request, cookie)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(
                        redirect ->
                                redirect.map(this::redirect)
                                        .orElseGet(() -> page(404, Templates.unknown())));
    }

    /** Only shows the button: scanners and prefetchers follow links (RFC 8058, section 1). */
    @GET
    @Path("unsubscribe/{token}")
    public Response ask(String token) {
        return addresses
                .unsubscribed(token)
                .map(_ -> page(200, Templates.unsubscribe()))
                .orElseGet(() -> page(404, Templates.unknown()));
    }

    /**
     * The page's button and the mailbox provider's one click (RFC 8058) alike: the token is all
     * that is needed.
     */
    @POST
    @Path("unsubscribe/{token}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> unsubscribe(String token) {
        return addresses
                .unsubscribed(token)
                .map(
                        mail ->
                                recipients
                                        .unsubscribed(mail)
                                        .map(_ -> page(200, Templates.unsubscribed())))
                .orElseGet(() -> Uni.createFrom().item(page(404, Templates.unknown())));
    }

    private Response redirect(TrackRecipients.Redirect redirect) {
        Response.ResponseBuilder response =
                Response.status(Response.Status.FOUND)
                        .header("Location", redirect.url())
                        .header("Cache-Control", "no-store, private");
        redirect.visitor()
                .ifPresent(
                        visitor ->
                                response.cookie(
                                        new NewCookie.Builder(COOKIE)
                                                .value(visitor.toString())
                                                .path("/")
                                                .maxAge(ONE_YEAR_SECONDS)
                                                .sameSite(NewCookie.SameSite.LAX)
                                                .secure(secure)
                                                .build()));
        return response.build();
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

    private static Visitor visitor(HttpServerRequest request, String cookie) {
        String purpose =
                Stream.of("Purpose", "Sec-Purpose", "X-Purpose", "X-Moz")
                        .map(request::getHeader)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return new Visitor(
                MachineTraffic.isMachine(
                        request.method().name(), request.getHeader("User-Agent"), purpose),
                uuid(cookie));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text == null || text.length() != 36
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
