package io.mauntic.messaging.email.interfaces.ui;

import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.drafts.ChangedMeanwhile;
import io.mauntic.kit.drafts.Draft;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.messaging.email.application.PreviewEmail;
import io.mauntic.messaging.email.application.RewriteEmail;
import io.mauntic.messaging.email.application.WriteEmail;
import io.mauntic.messaging.email.infrastructure.EmailQueries;
import io.mauntic.messaging.pages.MessagingMessages;
import io.mauntic.ui.Answer;
import io.mauntic.ui.BuilderPlace;
import io.mauntic.ui.BuilderState;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The editor, with a preview that follows the typing. What was typed and not saved is there again.
 */
@Path("/ui/messaging/emails")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("messaging:emails:write")
class EmailEditorPages {

    static final String LIST = "/app/messaging/emails";
    static final BuilderPlace NEW = new BuilderPlace(LIST, null);

    private final CurrentUser user;
    private final EmailQueries queries;
    private final WriteEmail write;
    private final RewriteEmail rewrite;
    private final PreviewEmail preview;
    private final Drafts drafts;

    EmailEditorPages(
            CurrentUser user,
            EmailQueries queries,
            WriteEmail write,
            RewriteEmail rewrite,
            PreviewEmail preview,
            Drafts drafts) {
        this.user = user;
        this.queries = queries;
        this.write = write;
        this.rewrite = rewrite;
        this.preview = preview;
        this.drafts = drafts;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance editor(
                BuilderPlace place,
                EmailForm form,
                BuilderState state,
                FormErrors errors,
                List<InsertableValue> values);

        static native TemplateInstance subject(String subject);
    }

    @GET
    @Path("new")
    public Uni<TemplateInstance> begin(@Context HttpHeaders headers) {
        MessagingMessages words = words(headers);
        EmailForm start =
                EmailForm.begin(
                        InsertableValue.start(words), user.organizationName(), user.email());
        return drafts.find(NEW.thing()).map(kept -> left(words, NEW, start, kept));
    }

    @POST
    @Path("new")
    public Uni<RestResponse<TemplateInstance>> create(
            @BeanParam EmailForm form, @Context HttpHeaders headers) {
        return save(NEW, form, headers, () -> write.handle(user.organization(), form.content()));
    }

    @GET
    @Path("{id:\\d+}/edit")
    public Uni<TemplateInstance> edit(@RestPath long id, @Context HttpHeaders headers) {
        BuilderPlace place = new BuilderPlace(LIST, id);
        return queries.get(user.organization(), new EmailId(id))
                .chain(
                        email ->
                                drafts.find(place.thing())
                                        .map(
                                                kept ->
                                                        left(
                                                                words(headers),
                                                                place,
                                                                EmailForm.of(email),
                                                                kept)));
    }

    @POST
    @Path("{id:\\d+}/edit")
    public Uni<RestResponse<TemplateInstance>> change(
            @RestPath long id, @BeanParam EmailForm form, @Context HttpHeaders headers) {
        return save(
                new BuilderPlace(LIST, id),
                form,
                headers,
                () ->
                        rewrite.handle(
                                        user.organization(),
                                        new EmailId(id),
                                        form.base(),
                                        form.content())
                                .replaceWith(id));
    }

    /** What is being typed, as a document for the editor's frame. */
    @POST
    @Path("preview")
    public Uni<Response> preview(@BeanParam EmailForm form) {
        return Uni.createFrom()
                .deferred(() -> preview.handle(user.organization(), form.draft(), Optional.empty()))
                .map(words -> EmailBody.of(words.html()))
                .onFailure(InvalidValues.class)
                .recoverWithItem(refusal -> EmailBody.problem(refusal.getMessage()));
    }

    /** The subject that is being typed, as it will be read. */
    @POST
    @Path("preview/subject")
    public Uni<TemplateInstance> subject(@BeanParam EmailForm form) {
        if (form.getSubject() == null || form.getSubject().isBlank()) {
            return Uni.createFrom().item(Templates.subject(""));
        }
        return Uni.createFrom()
                .deferred(() -> preview.handle(user.organization(), form.draft(), Optional.empty()))
                .map(words -> Templates.subject(words.subject()))
                .onFailure(InvalidValues.class)
                .recoverWithItem(() -> Templates.subject(form.getSubject()));
    }

    private Uni<RestResponse<TemplateInstance>> save(
            BuilderPlace place, EmailForm form, HttpHeaders headers, Supplier<Uni<Long>> saved) {
        MessagingMessages words = words(headers);
        BuilderState state = BuilderState.kept(place.draft(), form.base(), form.revision(), null);
        return Uni.createFrom()
                .deferred(saved::get)
                .call(() -> drafts.drop(place.thing()))
                .map(id -> Answer.goTo(LIST + "/" + id).toast(words.saved()).build())
                .onFailure(InvalidValues.class)
                .recoverWithItem(
                        refusal ->
                                Answer.invalid(page(words, place, form, state, errors(refusal)))
                                        .build())
                .onFailure(ChangedMeanwhile.class)
                .recoverWithItem(
                        changed ->
                                Answer.with(
                                                409,
                                                page(
                                                        words,
                                                        place,
                                                        form,
                                                        state.over(changed.now()),
                                                        FormErrors.none()))
                                        .build());
    }

    /** As it was left, or as it is when there is no draft of it. */
    private static TemplateInstance left(
            MessagingMessages words, BuilderPlace place, EmailForm saved, Optional<Draft> kept) {
        return kept.map(
                        draft ->
                                page(
                                        words,
                                        place,
                                        EmailForm.of(draft.values()),
                                        BuilderState.kept(
                                                place.draft(),
                                                draft.base(),
                                                draft.revision(),
                                                draft.savedAt()),
                                        FormErrors.none()))
                .orElseGet(
                        () ->
                                page(
                                        words,
                                        place,
                                        saved,
                                        BuilderState.fresh(place.draft(), saved.base()),
                                        FormErrors.none()));
    }

    private static TemplateInstance page(
            MessagingMessages words,
            BuilderPlace place,
            EmailForm form,
            BuilderState state,
            FormErrors errors) {
        return Templates.editor(place, form, state, errors, InsertableValue.all(words));
    }

    private static FormErrors errors(Throwable refusal) {
        FormErrors errors = FormErrors.none();
        for (var violation : ((InvalidValues) refusal).violations()) {
            errors = errors.with(violation.field(), violation.message());
        }
        return errors;
    }

    private static MessagingMessages words(HttpHeaders headers) {
        return Words.of(MessagingMessages.class, headers);
    }
}
