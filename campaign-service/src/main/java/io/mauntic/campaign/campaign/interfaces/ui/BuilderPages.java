package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.kernel.CampaignId;
import io.mauntic.kit.security.RequiresPermission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The builder: a campaign's steps as a tree, with its figures while it runs. */
@Path("/ui/campaign/campaigns/{id:\\d+}")
@Produces(MediaType.TEXT_HTML)
class BuilderPages {

    private static final Duration BETWEEN_FIGURES = Duration.ofSeconds(2);

    private final Builder builder;
    private final Viewers viewers;

    BuilderPages(Builder builder, Viewers viewers) {
        this.builder = builder;
        this.viewers = viewers;
    }

    @CheckedTemplate(basePath = "StepPages")
    static class Templates {
        static native TemplateInstance builder(BuilderView view);

        static native TemplateInstance tree(BuilderView view);
    }

    @GET
    @RequiresPermission("campaign:campaigns:read")
    public Uni<TemplateInstance> show(long id) {
        return builder.view(viewers.viewer(), new CampaignId(id), new Opened.Nothing(), List.of())
                .map(Templates::builder);
    }

    /** The tree with its figures, again and again while somebody looks at it. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_HTML)
    @RequiresPermission("campaign:campaigns:read")
    public Multi<String> live(long id, @Context HttpHeaders headers) {
        Locale locale = headers.getAcceptableLanguages().getFirst();
        Builder.Viewer viewer = viewers.viewer();
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_FIGURES)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(
                        _ ->
                                builder.view(
                                                viewer,
                                                new CampaignId(id),
                                                new Opened.Nothing(),
                                                List.of())
                                        .chain(
                                                view ->
                                                        Templates.tree(view)
                                                                .setAttribute(
                                                                        MessageBundles
                                                                                .ATTRIBUTE_LOCALE,
                                                                        locale)
                                                                .createUni()))
                .skip()
                .repetitions();
    }
}
