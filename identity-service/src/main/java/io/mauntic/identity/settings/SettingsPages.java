package io.mauntic.identity.settings;

import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.pages.Choice;
import io.mauntic.identity.pages.Refusals;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.organization.OrganizationSettings;
import io.mauntic.kit.organization.Settings;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** What the organization is, a tab for each part of it. */
@Path("/ui/identity/settings")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("identity:organization:read")
class SettingsPages {

    private static final String PAGE = "/app/identity/settings";
    private static final String WRITE = "identity:organization:write";
    private static final String PARTS = "{part: brand|sender|retention}";

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final OrganizationSettings settings;
    private final ChangeSettings changeSettings;
    private final Clock clock;

    SettingsPages(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            OrganizationSettings settings,
            ChangeSettings changeSettings,
            Clock clock) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.changeSettings = changeSettings;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance home(
                SettingsForm form,
                List<Choice> timeZones,
                List<Choice> languages,
                List<Choice> currencies,
                FormErrors errors,
                boolean locked);

        static native TemplateInstance brand(
                SettingsForm form,
                List<Choice> fonts,
                Legibility text,
                Legibility button,
                FormErrors errors,
                boolean locked);

        static native TemplateInstance sender(SettingsForm form, FormErrors errors, boolean locked);

        static native TemplateInstance retention(
                SettingsForm form, FormErrors errors, boolean locked);
    }

    /**
     * How well a colour can be read on another.
     *
     * @param ratio such as {@code 4.5:1}
     */
    record Legibility(String ratio, boolean good) {

        static Legibility of(double contrast) {
            return new Legibility(
                    Math.floor(contrast * 10) / 10 + ":1", contrast >= Contrast.ENOUGH);
        }
    }

    @GET
    public Uni<TemplateInstance> home(@Context HttpHeaders headers) {
        return show("", headers);
    }

    @GET
    @Path(PARTS)
    public Uni<TemplateInstance> part(
            @PathParam("part") String part, @Context HttpHeaders headers) {
        return show(part, headers);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> change(
            MultivaluedMap<String, String> typed, @Context HttpHeaders headers) {
        return save("", typed, headers);
    }

    @POST
    @Path(PARTS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission(WRITE)
    public Uni<RestResponse<TemplateInstance>> changePart(
            @PathParam("part") String part,
            MultivaluedMap<String, String> typed,
            @Context HttpHeaders headers) {
        return save(part, typed, headers);
    }

    private Uni<TemplateInstance> show(String part, HttpHeaders headers) {
        IdentityMessages words = Words.of(IdentityMessages.class, headers);
        boolean locked = !bearer.may(WRITE);
        return stored(bearer.organization())
                .map(
                        now ->
                                page(
                                        part,
                                        now,
                                        SettingsForm.of(now),
                                        FormErrors.none(),
                                        locked,
                                        words));
    }

    private Uni<RestResponse<TemplateInstance>> save(
            String part, MultivaluedMap<String, String> typed, HttpHeaders headers) {
        IdentityMessages words = Words.of(IdentityMessages.class, headers);
        OrganizationId organization = bearer.organization();
        return changeSettings
                .handle(
                        organization,
                        IfMatch.ANY,
                        now -> SettingsForm.of(now).typed(typed).settings())
                .map(_ -> Answer.goTo(address(part)).toast(words.saved()).build())
                .onFailure(DomainException.class)
                .recoverWithUni(
                        refusal ->
                                stored(organization)
                                        .map(
                                                now ->
                                                        Answer.invalid(
                                                                        page(
                                                                                part,
                                                                                now,
                                                                                SettingsForm.of(now)
                                                                                        .typed(
                                                                                                typed),
                                                                                Refusals.of(
                                                                                        refusal,
                                                                                        "timeZone"),
                                                                                false,
                                                                                words))
                                                                .build()));
    }

    private Uni<Settings> stored(OrganizationId organization) {
        return unitOfWork.in(organization, settings::current);
    }

    private TemplateInstance page(
            String part,
            Settings now,
            SettingsForm form,
            FormErrors errors,
            boolean locked,
            IdentityMessages words) {
        ChoiceWords choices = new ChoiceWords(words, clock.instant());
        return switch (part) {
            case "brand" ->
                    Templates.brand(
                            form,
                            choices.fonts(form.value("brand.font")),
                            Legibility.of(
                                    Contrast.between(
                                            now.brand().textColor(),
                                            now.brand().backgroundColor())),
                            Legibility.of(Contrast.ofWhiteOn(now.brand().primaryColor())),
                            errors,
                            locked);
            case "sender" -> Templates.sender(form, errors, locked);
            case "retention" -> Templates.retention(form, errors, locked);
            default ->
                    Templates.home(
                            form,
                            choices.timeZones(form.value("timeZone")),
                            choices.languages(form.value("language")),
                            choices.currencies(form.value("currency")),
                            errors,
                            locked);
        };
    }

    private static String address(String part) {
        return part.isEmpty() ? PAGE : PAGE + "/" + part;
    }
}
