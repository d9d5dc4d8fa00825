package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.application.EditCampaign;
import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.CampaignContent;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The builder: a campaign's steps as a tree that is changed in place. */
@Path("/ui/campaign/campaigns/{id:\\d+}")
@Produces(MediaType.TEXT_HTML)
class StepPages {

    private static final Duration BETWEEN_FIGURES = Duration.ofSeconds(2);
    private static final String PAGE = "/app/campaign/campaigns/";

    private final Builder builder;
    private final EditCampaign editCampaign;
    private final Viewers viewers;
    private final Clock clock;

    StepPages(Builder builder, EditCampaign editCampaign, Viewers viewers, Clock clock) {
        this.builder = builder;
        this.editCampaign = editCampaign;
        this.viewers = viewers;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance builder(BuilderView view);

        static native TemplateInstance tree(BuilderView view);
    }

    @GET
    @RequiresPermission("campaign:campaigns:read")
    public Uni<TemplateInstance> show(long id) {
        return page(id, new Opened.Nothing());
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

    @GET
    @Path("steps/new")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<TemplateInstance> add(
            long id, @RestQuery String after, @RestQuery String path, @RestQuery String kind) {
        Place place = new Place(after, path);
        return page(
                id,
                kind == null
                        ? new Opened.Palette(place)
                        : new Opened.NewStep(place, StepForm.blank(kind), FormErrors.none()));
    }

    @POST
    @Path("steps/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> added(
            long id,
            @RestQuery String after,
            @RestQuery String path,
            @RestQuery String kind,
            MultivaluedMap<String, String> typed) {
        Place place = new Place(after, path);
        StepForm form = StepForm.of(kind == null ? "" : kind, typed);
        String key = form.kind().replace('.', '-') + "-" + Long.toString(clock.millis(), 36);
        GraphDraft.Step step = form.draft(key, typeOf(form), place.after(), place.path());
        return change(
                id,
                campaign -> {
                    List<GraphDraft.Step> steps =
                            new ArrayList<>(campaign.content().graph().draft().events());
                    steps.add(step);
                    return steps;
                },
                CampaignMessages::stepAdded,
                "#step-" + key,
                errors -> new Opened.NewStep(place, form, errors));
    }

    @GET
    @Path("steps/{key}")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<TemplateInstance> edit(long id, String key) {
        return page(id, new Opened.EditStep(key, Optional.empty(), FormErrors.none()));
    }

    @POST
    @Path("steps/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> edited(
            long id, String key, MultivaluedMap<String, String> typed) {
        StepForm form = StepForm.of(Optional.ofNullable(typed.getFirst("kind")).orElse(""), typed);
        return change(
                id,
                campaign ->
                        campaign.content().graph().draft().events().stream()
                                .map(
                                        step ->
                                                step.key().equals(key)
                                                        ? form.draft(
                                                                key,
                                                                step.type(),
                                                                step.parent(),
                                                                step.path())
                                                        : step)
                                .toList(),
                CampaignMessages::stepSaved,
                "#step-" + key,
                errors -> new Opened.EditStep(key, Optional.of(form), errors));
    }

    @POST
    @Path("steps/{key}/delete")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> delete(long id, String key) {
        Builder.Viewer viewer = viewers.viewer();
        List<Integer> removed = new ArrayList<>();
        return editCampaign
                .handle(
                        viewer.organization(),
                        new CampaignId(id),
                        campaign -> {
                            CampaignGraph graph = campaign.content().graph();
                            Set<String> gone =
                                    new HashSet<>(
                                            Set.of(
                                                    graph.step(key)
                                                            .orElseThrow(
                                                                    () -> new NotFound("step", key))
                                                            .key()));
                            graph.below(key).stream().map(Step::key).forEach(gone::add);
                            removed.add(gone.size());
                            return with(
                                    campaign,
                                    graph.draft().events().stream()
                                            .filter(step -> !gone.contains(step.key()))
                                            .toList());
                        })
                .map(
                        _ ->
                                Answer.goTo(PAGE + id)
                                        .toast(
                                                viewer.words().stepDeleted(removed.getLast()),
                                                PAGE + id + "/undo")
                                        .build());
    }

    @POST
    @Path("undo")
    @RequiresPermission("campaign:campaigns:write")
    public Uni<RestResponse<TemplateInstance>> undo(long id) {
        Builder.Viewer viewer = viewers.viewer();
        return editCampaign
                .handle(
                        viewer.organization(),
                        new CampaignId(id),
                        campaign ->
                                new CampaignContent(
                                        campaign.content().name(),
                                        campaign.content().reentry(),
                                        campaign.graphBefore()))
                .map(_ -> Answer.goTo(PAGE + id).toast(viewer.words().undone()).build());
    }

    private Uni<RestResponse<TemplateInstance>> change(
            long id,
            Function<Campaign, List<GraphDraft.Step>> change,
            Function<CampaignMessages, String> told,
            String anchor,
            Function<FormErrors, Opened> again) {
        Builder.Viewer viewer = viewers.viewer();
        return editCampaign
                .handle(
                        viewer.organization(),
                        new CampaignId(id),
                        campaign -> with(campaign, change.apply(campaign)))
                .map(_ -> Answer.goTo(PAGE + id + anchor).toast(told.apply(viewer.words())).build())
                .onFailure(
                        refused ->
                                refused instanceof DomainException known
                                        && known.kind() != DomainException.Kind.NOT_FOUND)
                .recoverWithUni(
                        refused ->
                                builder.view(
                                                viewer,
                                                new CampaignId(id),
                                                again.apply(errors((DomainException) refused)),
                                                List.of())
                                        .map(
                                                view ->
                                                        Answer.invalid(Templates.builder(view))
                                                                .build()));
    }

    private Uni<TemplateInstance> page(long id, Opened opened) {
        return builder.view(viewers.viewer(), new CampaignId(id), opened, List.of())
                .map(Templates::builder);
    }

    private static CampaignContent with(Campaign campaign, List<GraphDraft.Step> steps) {
        CampaignContent content = campaign.content();
        GraphDraft draft = new GraphDraft(content.graph().draft().sources(), steps);
        return new CampaignContent(content.name(), content.reentry(), CampaignGraph.of(draft));
    }

    private static String typeOf(StepForm form) {
        return form.decision()
                ? "decision"
                : form.kind().equals("contact.field") ? "condition" : "action";
    }

    /**
     * The fields of the form are called as those of the contract, but for the interval's value,
     * which a condition has too.
     */
    private static FormErrors errors(DomainException refused) {
        FormErrors errors =
                refused.violations().isEmpty()
                        ? FormErrors.of("mode", refused.getMessage())
                        : FormErrors.none();
        for (Violation violation : refused.violations()) {
            String field = violation.field().replaceFirst("^events\\[\\d+]\\.", "");
            errors =
                    errors.with(
                            switch (field) {
                                case "schedule.value" -> "amount";
                                case "schedule.unit" -> "unit";
                                case "schedule.at" -> "at";
                                default ->
                                        field.startsWith("properties.")
                                                ? field.substring("properties.".length())
                                                : "mode";
                            },
                            violation.message());
        }
        return errors;
    }
}
