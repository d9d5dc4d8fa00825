package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.crm.contact.application.CreateContact;
import io.mauntic.crm.contact.application.UpdateContact;
import io.mauntic.crm.contact.domain.ContactIds;
import io.mauntic.crm.contact.domain.FormAnswers;
import io.mauntic.crm.contact.infrastructure.ContactQueries;
import io.mauntic.crm.tag.TagQueries;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The form that creates a contact and changes one. */
@Path("/ui/crm/contacts")
@Produces(MediaType.TEXT_HTML)
class ContactFormPages {

    private static final String LIST = "/app/crm/contacts";
    private static final int OFFERED_TAGS = 200;

    private final CreateContact createContact;
    private final UpdateContact updateContact;
    private final ContactQueries queries;
    private final TagQueries tags;
    private final CurrentUser user;

    ContactFormPages(
            CreateContact createContact,
            UpdateContact updateContact,
            ContactQueries queries,
            TagQueries tags,
            CurrentUser user) {
        this.createContact = createContact;
        this.updateContact = updateContact;
        this.queries = queries;
        this.tags = tags;
        this.user = user;
    }

    /**
     * @param id null for a new contact
     */
    public record Page(Long id, ContactForm form, List<String> otherTags) {

        public String address() {
            return id == null ? LIST + "/new" : LIST + "/" + id + "/edit";
        }

        public String back() {
            return id == null ? LIST : LIST + "/" + id;
        }
    }

    @CheckedTemplate(basePath = "ContactPages")
    static class Templates {
        static native TemplateInstance form(Page page, FormErrors errors);
    }

    @GET
    @Path("new")
    @RequiresPermission("crm:contacts:write")
    public Uni<TemplateInstance> blank() {
        return form(null, ContactForm.empty(), FormErrors.none());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> create(
            MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        ContactForm form = ContactForm.of(sent);
        OrganizationId organization = user.organization();
        return Uni.createFrom()
                .item(
                        () ->
                                new CreateContact.Command(
                                        organization, form.details(FormAnswers.NOTHING)))
                .chain(createContact::handle)
                .map(
                        id ->
                                Answer.goTo(LIST + "/" + id)
                                        .toast(Words.of(ContactMessages.class, headers).created())
                                        .build())
                .onFailure(DomainException.class)
                .recoverWithUni(refusal -> refused(null, form, refusal));
    }

    @GET
    @Path("{id:\\d{1,18}}/edit")
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> filled(long id) {
        return ContactPages.orGone(
                queries.get(user.organization(), ContactIds.of(id))
                        .chain(contact -> form(id, ContactForm.of(contact), FormErrors.none()))
                        .map(shown -> Answer.page(shown).build()));
    }

    @POST
    @Path("{id:\\d{1,18}}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> change(
            long id, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        ContactForm form = ContactForm.of(sent);
        return ContactPages.orGone(
                updateContact
                        .handle(
                                new UpdateContact.Command(
                                        user.organization(),
                                        ContactIds.of(id),
                                        IfMatch.ANY,
                                        form::details))
                        .map(
                                _ ->
                                        Answer.goTo(LIST + "/" + id)
                                                .toast(
                                                        Words.of(ContactMessages.class, headers)
                                                                .saved())
                                                .build())
                        .onFailure(
                                failure ->
                                        failure instanceof DomainException
                                                && !(failure instanceof NotFound))
                        .recoverWithUni(refusal -> refused(id, form, refusal)));
    }

    private Uni<RestResponse<TemplateInstance>> refused(
            Long id, ContactForm form, Throwable refusal) {
        return form(id, form, ContactErrors.of((DomainException) refusal, "email"))
                .map(shown -> Answer.invalid(shown).build());
    }

    private Uni<TemplateInstance> form(Long id, ContactForm form, FormErrors errors) {
        return tags.names(user.organization(), OFFERED_TAGS)
                .map(known -> known.stream().filter(name -> !form.tags().contains(name)).toList())
                .map(others -> Templates.form(new Page(id, form, others), errors));
    }
}
