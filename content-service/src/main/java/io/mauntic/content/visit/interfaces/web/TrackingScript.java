package io.mauntic.content.visit.interfaces.web;

import io.mauntic.content.input.Bundled;
import io.mauntic.content.visit.application.RecordVisits;
import io.mauntic.content.visit.application.Sites;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.TooMuchWaits;
import io.mauntic.kit.security.PublicRoute;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** The script on other people's sites, and where it reports to. */
@Path("/")
@PublicRoute
public class TrackingScript {

    private final Sites sites;
    private final RecordVisits visits;
    private final ContactTokens tokens;
    private final String script = Bundled.text("/public/mtc.js");

    TrackingScript(Sites sites, RecordVisits visits, ContactTokens tokens) {
        this.sites = sites;
        this.visits = visits;
        this.tokens = tokens;
    }

    // The script reads its own address to learn whose site it stands on: one text for everybody.
    @GET
    @Path("mtc.js")
    public Response script() {
        return open(Response.ok(script, "text/javascript;charset=UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    // A beacon's body is text/plain: any other type would cost the browser a question beforehand.
    @POST
    @Path("mtc/event")
    @Consumes({"application/json", "text/plain"})
    public Uni<Response> report(@QueryParam("o") String site, String body) {
        VisitReport report = VisitReport.parse(body, site);
        return sites.organizationOf(report.site())
                .map(found -> found.orElseThrow(() -> new NotFound("site", "with this key")))
                .chain(organization -> record(organization, report));
    }

    private Uni<Response> record(OrganizationId organization, VisitReport report) {
        return visits.handle(organization, report.visit(tokens, organization))
                .replaceWith(() -> open(Response.noContent()).build())
                .onFailure(TooMuchWaits.class)
                .recoverWithItem(
                        () ->
                                open(Response.status(503))
                                        .header(HttpHeaders.RETRY_AFTER, 5)
                                        .build());
    }

    @OPTIONS
    @Path("mtc/event")
    public Response preflight() {
        return open(Response.noContent())
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", HttpHeaders.CONTENT_TYPE)
                .header("Access-Control-Max-Age", 86_400)
                .build();
    }

    private static ResponseBuilder open(ResponseBuilder response) {
        return response.header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff");
    }
}
