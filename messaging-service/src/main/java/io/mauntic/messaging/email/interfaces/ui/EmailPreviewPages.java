package io.mauntic.messaging.email.interfaces.ui;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.messaging.model.Email;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.messaging.crm.CrmContacts;
import io.mauntic.messaging.email.application.PreviewEmail;
import io.mauntic.messaging.email.application.SendTestEmail;
import io.mauntic.messaging.email.infrastructure.EmailQueries;
import io.mauntic.messaging.mail.MailWords;
import io.mauntic.messaging.pages.MessagingMessages;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** An email as a chosen contact would read it, and a test of it. */
@Path("/ui/messaging/emails/{id:\\d+}")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("messaging:emails:read")
class EmailPreviewPages {

    private final CurrentUser user;
    private final EmailQueries queries;
    private final PreviewEmail preview;
    private final SendTestEmail test;
    private final CrmContacts contacts;

    EmailPreviewPages(
            CurrentUser user,
            EmailQueries queries,
            PreviewEmail preview,
            SendTestEmail test,
            CrmContacts contacts) {
        this.user = user;
        this.queries = queries;
        this.preview = preview;
        this.test = test;
        this.contacts = contacts;
    }

    /** What the page shows. */
    public record View(
            Email email,
            String subject,
            String plainText,
            Long contactId,
            String search,
            List<Contact> found,
            boolean mayChoose,
            boolean maySend,
            String to) {}

    @CheckedTemplate(basePath = "EmailPages")
    static class Templates {
        static native TemplateInstance preview(View view, FormErrors errors);
    }

    @GET
    @Path("preview")
    public Uni<TemplateInstance> preview(
            @RestPath long id, @RestQuery Long contactId, @RestQuery String search) {
        return view(id, contactId, search, user.email())
                .map(view -> Templates.preview(view, FormErrors.none()));
    }

    /** The html alone, for the page's frame. */
    @GET
    @Path("body")
    public Uni<Response> body(@RestPath long id, @RestQuery Long contactId) {
        return words(id, contactId)
                .map(words -> EmailBody.of(words.html()))
                .onFailure(DomainException.class)
                .recoverWithItem(refusal -> EmailBody.problem(refusal.getMessage()));
    }

    @POST
    @Path("test")
    @RequiresPermission("messaging:emails:send")
    public Uni<RestResponse<TemplateInstance>> test(
            @RestPath long id,
            @RestForm String to,
            @RestForm Long contactId,
            @Context HttpHeaders headers) {
        MessagingMessages words = Words.of(MessagingMessages.class, headers);
        return Uni.createFrom()
                .item(
                        () ->
                                EmailAddress.parse(to)
                                        .orElseThrow(
                                                () ->
                                                        new InvalidValues(
                                                                "to", words.enterAddress())))
                .chain(
                        address ->
                                email(id)
                                        .chain(
                                                email ->
                                                        test.handle(
                                                                user.organization(),
                                                                EmailForm.of(email).content(),
                                                                address,
                                                                contact(contactId))))
                .map(
                        _ ->
                                Answer.goTo(
                                                "/app/messaging/emails/"
                                                        + id
                                                        + "/preview"
                                                        + (contactId == null
                                                                ? ""
                                                                : "?contactId=" + contactId))
                                        .toast(words.testSent(to))
                                        .build())
                .onFailure(InvalidValues.class)
                .recoverWithUni(
                        refusal ->
                                view(id, contactId, null, to)
                                        .map(
                                                view ->
                                                        Answer.invalid(
                                                                        Templates.preview(
                                                                                view,
                                                                                FormErrors.of(
                                                                                        "to",
                                                                                        refusal
                                                                                                .getMessage())))
                                                                .build()));
    }

    private Uni<View> view(long id, Long contactId, String search, String to) {
        boolean mayChoose = user.may("crm:contacts:read");
        Uni<List<Contact>> found =
                mayChoose && search != null && !search.isBlank()
                        ? contacts.search(user.organization(), search)
                        : Uni.createFrom().item(List.of());
        return email(id)
                .chain(
                        email ->
                                words(email, contactId)
                                        .chain(
                                                words ->
                                                        found.map(
                                                                contacts ->
                                                                        view(
                                                                                email, words,
                                                                                contactId, search,
                                                                                contacts, mayChoose,
                                                                                to))));
    }

    private View view(
            Email email,
            MailWords words,
            Long contactId,
            String search,
            List<Contact> found,
            boolean mayChoose,
            String to) {
        return new View(
                email,
                words.subject(),
                words.plainText(),
                contactId,
                search,
                found,
                mayChoose,
                user.may("messaging:emails:send"),
                to);
    }

    private Uni<MailWords> words(long id, Long contactId) {
        return email(id).chain(email -> words(email, contactId));
    }

    private Uni<MailWords> words(Email email, Long contactId) {
        return preview.handle(
                user.organization(), EmailForm.of(email).content(), contact(contactId));
    }

    private Uni<Email> email(long id) {
        return queries.get(user.organization(), new EmailId(id));
    }

    private static Optional<ContactId> contact(Long id) {
        return Optional.ofNullable(id).filter(value -> value > 0).map(ContactId::new);
    }
}
