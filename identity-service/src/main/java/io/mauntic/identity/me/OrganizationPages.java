package io.mauntic.identity.me;

import io.mauntic.contracts.identity.model.MyOrganization;
import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.directory.OrganizationSwitch;
import io.mauntic.identity.pages.Missing;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Where somebody works, and the way to another of their organizations. */
@Path("/ui/identity/organizations")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("identity:self:read")
class OrganizationPages {

    private static final String PAGE = "/app/identity/organizations";

    private final CurrentUser bearer;
    private final OrganizationSwitch organizations;

    OrganizationPages(CurrentUser bearer, OrganizationSwitch organizations) {
        this.bearer = bearer;
        this.organizations = organizations;
    }

    /** An organization with the button that leads there. */
    record Place(long id, String name, boolean current) {
        public String href() {
            return PAGE + "/" + id;
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<Place> places);

        static native TemplateInstance menu(String name, List<Place> places);
    }

    @GET
    public Uni<TemplateInstance> list() {
        return places().map(Templates::list);
    }

    /** For the top bar: only a name where there is nothing to choose. */
    @GET
    @Path("menu")
    public Uni<TemplateInstance> menu() {
        String name = bearer.organizationName();
        return places().map(places -> Templates.menu(name, places));
    }

    /** The session's token speaks for one organization only, so a new session begins. */
    @POST
    @Path("{id}")
    public Uni<RestResponse<TemplateInstance>> change(
            @PathParam("id") long id, @Context HttpHeaders headers) {
        IdentityMessages words = Words.of(IdentityMessages.class, headers);
        UUID subject = UUID.fromString(bearer.userId());
        OrganizationId chosen = new OrganizationId(id);
        return Missing.orAnswer(
                organizations
                        .to(subject, chosen)
                        .chain(() -> organizations.organizationsOf(subject, chosen))
                        .map(
                                mine ->
                                        Answer.goTo("/app")
                                                .toast(words.youWorkIn(nameOfCurrent(mine)))
                                                .newSession()
                                                .build()),
                PAGE);
    }

    private static String nameOfCurrent(List<MyOrganization> mine) {
        return mine.stream()
                .filter(MyOrganization::getCurrent)
                .map(MyOrganization::getName)
                .findFirst()
                .orElse("");
    }

    private Uni<List<Place>> places() {
        return organizations
                .organizationsOf(UUID.fromString(bearer.userId()), bearer.organization())
                .map(
                        mine ->
                                mine.stream()
                                        .map(
                                                one ->
                                                        new Place(
                                                                one.getId(),
                                                                one.getName(),
                                                                one.getCurrent()))
                                        .toList());
    }
}
