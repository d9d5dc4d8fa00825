package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.crm.contact.application.UpdateContact;
import io.mauntic.crm.contact.domain.ContactIds;
import io.mauntic.crm.contact.infrastructure.ContactQueries;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.rest.IfMatch;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Edits one of a contact's essentials where it stands. */
@Path("/ui/crm/contacts/{id:\\d{1,18}}")
@Produces(MediaType.TEXT_HTML)
class ContactFieldFragments {

    private final ContactQueries queries;
    private final UpdateContact updateContact;
    private final CurrentUser user;

    ContactFieldFragments(ContactQueries queries, UpdateContact updateContact, CurrentUser user) {
        this.queries = queries;
        this.updateContact = updateContact;
        this.user = user;
    }

    @CheckedTemplate(basePath = "ContactPages")
    static class Templates {
        static native TemplateInstance field(FieldRow row);
    }

    @GET
    @Path("fields/{name}")
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> field(
            long id, String name, @RestQuery boolean edit, @Context HttpHeaders headers) {
        refuseUnknown(name);
        return ContactPages.orGone(
                row(id, name, headers)
                        .map(
                                row ->
                                        Answer.page(Templates.field(edit ? row.inEditing() : row))
                                                .build()));
    }

    @POST
    @Path("fields/{name}")
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> save(
            long id, String name, @RestForm String value, @Context HttpHeaders headers) {
        refuseUnknown(name);
        UpdateContact.Command command =
                new UpdateContact.Command(
                        user.organization(),
                        ContactIds.of(id),
                        IfMatch.ANY,
                        details -> details.with(name, value));
        return ContactPages.orGone(
                updateContact
                        .handle(command)
                        .chain(() -> row(id, name, headers))
                        .map(row -> Answer.page(Templates.field(row)).build())
                        .onFailure(ContactFieldFragments::isRefusal)
                        .recoverWithUni(refusal -> refused(id, name, value, refusal, headers)));
    }

    private Uni<RestResponse<TemplateInstance>> refused(
            long id, String name, String typed, Throwable refusal, HttpHeaders headers) {
        return row(id, name, headers)
                .map(
                        row ->
                                Answer.invalid(
                                                Templates.field(
                                                        row.refused(typed, refusal.getMessage())))
                                        .build());
    }

    private Uni<FieldRow> row(long id, String name, HttpHeaders headers) {
        return queries.get(user.organization(), ContactIds.of(id))
                .map(
                        contact ->
                                FieldRow.of(
                                        id,
                                        name,
                                        ContactForm.of(contact).value(name),
                                        Words.of(ContactMessages.class, headers),
                                        true));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof DomainException && !(failure instanceof NotFound);
    }

    private static void refuseUnknown(String name) {
        if (!FieldRow.NAMES.contains(name)) {
            throw new NotFound("field", name);
        }
    }
}
