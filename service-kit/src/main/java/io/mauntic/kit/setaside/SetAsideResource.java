package io.mauntic.kit.setaside;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.database.PageAsked;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Has an administrator see, set going again and dismiss what this service could not do; the same
 * operations at the same addresses in the contract of every context.
 */
@Path("/api/{context}/set-aside")
@RequiresPermission(SetAsideResource.PERMISSION)
public class SetAsideResource {

    static final String PERMISSION = "identity:organization:write";

    private final SetAsideQueries queries;
    private final Retries retries;
    private final RetryLoop loop;
    private final CurrentUser user;

    SetAsideResource(SetAsideQueries queries, Retries retries, RetryLoop loop, CurrentUser user) {
        this.queries = queries;
        this.retries = retries;
        this.loop = loop;
        this.user = user;
    }

    /** The kind of which all are to be set going again. */
    public record RetryAll(@NotBlank @Size(max = 50) String kind) {}

    /** The newest first. */
    @GET
    public Uni<SetAsidePage> listSetAside(
            @QueryParam("page") @DefaultValue("1") @Min(1) int page,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @QueryParam("kind") @Size(max = 50) String kind) {
        return queries.page(user.organization(), kind, PageAsked.of(page, limit, cursor));
    }

    /** Its payload too. */
    @GET
    @Path("{id}")
    public Uni<SetAsidePage.Entry> getSetAside(@PathParam("id") long id) {
        return queries.get(user.organization(), id);
    }

    @POST
    @Path("{id}/retry")
    public Uni<Void> retrySetAside(@PathParam("id") long id) {
        return retries.one(user.organization(), id);
    }

    /** In batches, after the answer. */
    @POST
    @Path("retry")
    @ResponseStatus(202)
    public Uni<Void> retryAllSetAside(@Valid RetryAll asked) {
        if (asked == null) {
            throw new InvalidValues("kind", "Say which kind.");
        }
        return retries.all(user.organization(), asked.kind()).invoke(loop::wake);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> dismissSetAside(@PathParam("id") long id) {
        return retries.dismiss(user.organization(), id);
    }
}
