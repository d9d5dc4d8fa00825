package io.mauntic.kit.events;

import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/**
 * Has an administrator see and replay what this service could not handle; the same address in every
 * context.
 */
@Path("/api/{context}/dead-letters")
@RequiresPermission("identity:organization:write")
public class DeadLettersResource {

    private static final int MOST = 100;

    private final DeadLetters deadLetters;
    private final CurrentUser user;

    DeadLettersResource(DeadLetters deadLetters, CurrentUser user) {
        this.deadLetters = deadLetters;
        this.user = user;
    }

    /** The newest first. */
    public record Page(List<DeadLetter> items) {}

    @GET
    public Uni<Page> list(@QueryParam("limit") @DefaultValue("20") int limit) {
        return deadLetters.newest(user.organization(), Math.clamp(limit, 1, MOST)).map(Page::new);
    }

    @POST
    @Path("/{id}/replay")
    public Uni<Void> replay(@PathParam("id") long id) {
        return deadLetters.replay(user.organization(), id);
    }
}
