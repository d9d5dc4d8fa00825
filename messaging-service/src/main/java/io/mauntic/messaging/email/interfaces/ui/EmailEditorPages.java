package io.mauntic.messaging.email.interfaces.ui;

import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.messaging.email.application.PreviewEmail;
import io.mauntic.messaging.email.application.RewriteEmail;
import io.mauntic.messaging.email.application.WriteEmail;
import io.mauntic.messaging.email.infrastructure.EmailQueries;
import io.mauntic.messaging.pages.MessagingMessages;
import io.mauntic.ui.Answer;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The editor, with a preview that follows the typing. */
@Path("/ui/messaging/emails")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("messaging:emails:write")
class EmailEditorPages {

    private static final String EMAILS = "/app/messaging/emails";

    private final CurrentUser user;
    private final EmailQueries queries;
    private final WriteEmail write;
    private final RewriteEmail rewrite;
    private final PreviewEmail preview;

    EmailEditorPages(
            CurrentUser user,
            EmailQueries queries,
            WriteEmail write,
            RewriteEmail rewrite,
            PreviewEmail preview) {
        this.user = user;
        this.queries = queries;
        this.write = write;
        this.rewrite = rewrite;
        this.preview = preview;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance editor(
                String title,
                String action,
                String back,
                EmailForm form,
                FormErrors errors,
                List<InsertableValue> values);
    }

    @GET
    @Path("new")
    public TemplateInstance begin(@Context HttpHeaders headers) {
        MessagingMessages words = words(headers);
        String start =
                "<h1>"
                        + words.startGreeting(
                                "{{ contact.firstname | default: \"" + words.friend() + "\" }}")
                        + "</h1>\n<p>"
                        + words.startText()
                        + "</p>\n<p><a href=\"{{ unsubscribe_url }}\">"
                        + words.unsubscribeTitle()
                        + "</a></p>";
        return fresh(
                words,
                EmailForm.begin(start, user.organizationName(), user.email()),
                FormErrors.none());
    }

    @POST
    @Path("new")
    public Uni<RestResponse<TemplateInstance>> create(
            @BeanParam EmailForm form, @Context HttpHeaders headers) {
        MessagingMessages words = words(headers);
        return Uni.createFrom()
                .deferred(() -> write.handle(user.organization(), form.content()))
                .map(id -> Answer.goTo(EMAILS + "/" + id).toast(words.saved()).build())
                .onFailure(InvalidValues.class)
                .recoverWithItem(
                        refusal -> Answer.invalid(fresh(words, form, errors(refusal))).build());
    }

    @GET
    @Path("{id:\\d+}/edit")
    public Uni<TemplateInstance> edit(@RestPath long id, @Context HttpHeaders headers) {
        return queries.get(user.organization(), new EmailId(id))
                .map(email -> existing(id, words(headers), EmailForm.of(email), FormErrors.none()));
    }

    @POST
    @Path("{id:\\d+}/edit")
    public Uni<RestResponse<TemplateInstance>> change(
            @RestPath long id, @BeanParam EmailForm form, @Context HttpHeaders headers) {
        MessagingMessages words = words(headers);
        return Uni.createFrom()
                .deferred(
                        () -> rewrite.handle(user.organization(), new EmailId(id), form.content()))
                .map(_ -> Answer.goTo(EMAILS + "/" + id).toast(words.saved()).build())
                .onFailure(InvalidValues.class)
                .recoverWithItem(
                        refusal ->
                                Answer.invalid(existing(id, words, form, errors(refusal))).build());
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

    private static TemplateInstance fresh(
            MessagingMessages words, EmailForm form, FormErrors errors) {
        return Templates.editor(
                words.newEmail(),
                EMAILS + "/new",
                EMAILS,
                form,
                errors,
                InsertableValue.all(words));
    }

    private static TemplateInstance existing(
            long id, MessagingMessages words, EmailForm form, FormErrors errors) {
        return Templates.editor(
                words.editEmail(),
                EMAILS + "/" + id + "/edit",
                EMAILS + "/" + id,
                form,
                errors,
                InsertableValue.all(words));
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
