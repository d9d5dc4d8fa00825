package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.crm.model.DoNotContact;
import io.mauntic.contracts.crm.model.TimelinePage;
import io.mauntic.crm.consent.ManageConsent;
import io.mauntic.crm.contact.application.ChangeContacts;
import io.mauntic.crm.contact.application.DeleteContacts;
import io.mauntic.crm.contact.domain.ContactChange;
import io.mauntic.crm.contact.domain.ContactIds;
import io.mauntic.crm.contact.infrastructure.ContactQueries;
import io.mauntic.crm.contact.infrastructure.ContactQueries.SegmentName;
import io.mauntic.crm.contact.interfaces.ui.ContactStories.Story;
import io.mauntic.crm.timeline.TimelineQueries;
import io.mauntic.kernel.Channel;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** One contact: what is known, what happened, and what can be done about it. */
@Path("/ui/crm/contacts/{id:\\d{1,18}}")
@Produces(MediaType.TEXT_HTML)
class ContactPages {

    private static final String LIST = "/app/crm/contacts";
    private static final int ENTRIES = 20;

    private final ContactQueries queries;
    private final ContactStories stories;
    private final ManageConsent consent;
    private final ChangeContacts changeContacts;
    private final DeleteContacts deleteContacts;
    private final CurrentUser user;

    ContactPages(
            ContactQueries queries,
            ContactStories stories,
            ManageConsent consent,
            ChangeContacts changeContacts,
            DeleteContacts deleteContacts,
            CurrentUser user) {
        this.queries = queries;
        this.stories = stories;
        this.consent = consent;
        this.changeContacts = changeContacts;
        this.deleteContacts = deleteContacts;
        this.user = user;
    }

    /** All that the page shows. */
    public record Detail(
            Contact contact,
            List<FieldRow> rows,
            List<DoNotContact> doNotContact,
            List<SegmentName> segments,
            List<TimelineType> types,
            List<TimelineItem> items,
            Pager pager,
            boolean mayWrite,
            boolean mayErase,
            ContactMessages words) {

        public String title() {
            return ContactPages.title(contact, words);
        }

        /** What is known of them in a line. */
        public String description() {
            return Stream.of(contact.getPosition(), contact.getCompany(), contact.getCity())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" · "));
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance detail(Detail page, PageLinks links);

        static native TemplateInstance erase(Contact contact, String name);

        static native TemplateInstance gone();
    }

    @GET
    @RequiresPermission("crm:contacts:read")
    public Uni<RestResponse<TemplateInstance>> detail(
            long id,
            @Context UriInfo uri,
            @RestQuery String type,
            @RestQuery @DefaultValue("1") int page,
            @Context HttpHeaders headers) {
        List<String> types = type == null || type.isBlank() ? List.of() : List.of(type);
        TimelineQueries.Wanted wanted =
                new TimelineQueries.Wanted(
                        ContactIds.of(id), types, Math.max(1, page), ENTRIES, null);
        return orGone(
                stories.tell(user.organization(), wanted)
                        .map(story -> detail(story, headers))
                        .map(shown -> Templates.detail(shown, PageLinks.of(uri, "timeline")))
                        .map(shown -> Answer.page(shown).build()));
    }

    @POST
    @Path("tags")
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> tags(
            long id, @RestForm String add, @RestForm String remove, @Context HttpHeaders headers) {
        ContactChange change = ContactChange.of(id, listOf(add), listOf(remove), 0);
        return changeContacts
                .handle(
                        new ChangeContacts.Command(
                                user.organization(), Lane.REALTIME, List.of(change)))
                .map(
                        _ ->
                                Answer.goTo(LIST + "/" + id)
                                        .toast(Words.of(ContactMessages.class, headers).saved())
                                        .build());
    }

    @POST
    @Path("stop-mail")
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> stopMail(long id, @Context HttpHeaders headers) {
        return orGone(
                consent.refuse(user.organization(), ContactIds.of(id), Channel.EMAIL, null)
                        .map(_ -> saved(id, headers)));
    }

    @POST
    @Path("allow-mail")
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> allowMail(long id, @Context HttpHeaders headers) {
        return orGone(
                consent.allow(user.organization(), ContactIds.of(id), Channel.EMAIL)
                        .map(_ -> saved(id, headers)));
    }

    @GET
    @Path("erase")
    @RequiresPermission("crm:contacts:delete")
    public Uni<RestResponse<TemplateInstance>> askToErase(long id, @Context HttpHeaders headers) {
        ContactMessages words = Words.of(ContactMessages.class, headers);
        return orGone(
                queries.get(user.organization(), ContactIds.of(id))
                        .map(
                                contact ->
                                        Answer.page(Templates.erase(contact, title(contact, words)))
                                                .build()));
    }

    @POST
    @Path("erase")
    @RequiresPermission("crm:contacts:delete")
    public Uni<RestResponse<TemplateInstance>> erase(long id, @Context HttpHeaders headers) {
        return deleteContacts
                .handle(new DeleteContacts.Command(user.organization(), List.of(id)))
                .map(
                        erased ->
                                Answer.goTo(LIST)
                                        .toast(
                                                Words.of(ContactMessages.class, headers)
                                                        .erasedMany(erased.size()))
                                        .build());
    }

    static Uni<RestResponse<TemplateInstance>> orGone(Uni<RestResponse<TemplateInstance>> answer) {
        return answer.onFailure(NotFound.class)
                .recoverWithItem(() -> Answer.with(404, Templates.gone()).build());
    }

    private Detail detail(Story story, HttpHeaders headers) {
        TimelineMessages events = Words.of(TimelineMessages.class, headers);
        ContactMessages words = Words.of(ContactMessages.class, headers);
        TimelinePage timeline = story.timeline();
        boolean mayWrite = user.may("crm:contacts:write");
        return new Detail(
                story.contact(),
                FieldRow.of(story.contact(), words, mayWrite),
                story.doNotContact(),
                story.segments(),
                story.types().stream().map(TimelineType::of).toList(),
                timeline.getItems().stream().map(entry -> TimelineItem.of(entry, events)).toList(),
                Pager.of(timeline.getPage(), timeline.getLimit(), timeline.getTotal()),
                mayWrite,
                user.may("crm:contacts:delete"),
                words);
    }

    private static String title(Contact contact, ContactMessages words) {
        String title = ContactView.title(contact);
        return title.isEmpty() ? words.unnamed() : title;
    }

    private static RestResponse<TemplateInstance> saved(long id, HttpHeaders headers) {
        return Answer.goTo(LIST + "/" + id)
                .toast(Words.of(ContactMessages.class, headers).saved())
                .build();
    }

    private static List<String> listOf(String tag) {
        return tag == null ? List.of() : List.of(tag);
    }
}
