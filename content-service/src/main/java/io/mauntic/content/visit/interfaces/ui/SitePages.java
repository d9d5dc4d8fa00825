package io.mauntic.content.visit.interfaces.ui;

import io.mauntic.content.visit.application.TrackingSnippet;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How to put tracking on a website. */
@Path("/ui/content/site")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("content:forms:read")
class SitePages {

    private final TrackingSnippet snippet;
    private final CurrentUser user;

    SitePages(TrackingSnippet snippet, CurrentUser user) {
        this.snippet = snippet;
        this.user = user;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance site(String snippet);
    }

    @GET
    public Uni<TemplateInstance> site() {
        return snippet.of(user.organization()).map(script -> Templates.site(script.html()));
    }
}
