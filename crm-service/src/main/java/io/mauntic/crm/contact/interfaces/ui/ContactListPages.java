package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.crm.model.ContactPage;
import io.mauntic.crm.contact.application.ChangeContacts;
import io.mauntic.crm.contact.application.DeleteContacts;
import io.mauntic.crm.contact.domain.ContactChange;
import io.mauntic.crm.contact.infrastructure.ContactQueries;
import io.mauntic.crm.savedview.application.ReadViews;
import io.mauntic.crm.savedview.domain.Viewer;
import io.mauntic.crm.tag.TagQueries;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The list of contacts, and what is done to many of them at once. */
@Path("/ui/crm/contacts")
@Produces(MediaType.TEXT_HTML)
class ContactListPages {

    private static final String LIST = ListQuestion.LIST;
    private static final int OFFERED_TAGS = 200;

    private final ContactQueries queries;
    private final TagQueries tags;
    private final ReadViews views;
    private final ChangeContacts changeContacts;
    private final DeleteContacts deleteContacts;
    private final CurrentUser user;

    ContactListPages(
            ContactQueries queries,
            TagQueries tags,
            ReadViews views,
            ChangeContacts changeContacts,
            DeleteContacts deleteContacts,
            CurrentUser user) {
        this.queries = queries;
        this.tags = tags;
        this.views = views;
        this.changeContacts = changeContacts;
        this.deleteContacts = deleteContacts;
        this.user = user;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links,
                Pager pager,
                List<Contact> contacts,
                List<String> tags,
                ViewChoice choice,
                boolean filtered,
                boolean mayWrite,
                boolean mayErase);

        static native TemplateInstance confirm(List<Contact> contacts);
    }

    @GET
    @RequiresPermission("crm:contacts:read")
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @BeanParam ListQuestion question,
            @RestQuery @DefaultValue("1") int page) {
        Viewer viewer =
                new Viewer(user.organization(), user.userId(), user.may("crm:contacts:write"));
        return queries.page(user.organization(), question.listing(page))
                .chain(
                        found ->
                                tags.names(user.organization(), OFFERED_TAGS)
                                        .chain(
                                                names ->
                                                        views.all(viewer)
                                                                .map(
                                                                        all ->
                                                                                ViewChoice.of(
                                                                                        all,
                                                                                        question,
                                                                                        viewer))
                                                                .map(
                                                                        choice ->
                                                                                list(
                                                                                        PageLinks
                                                                                                .of(
                                                                                                        uri),
                                                                                        found,
                                                                                        names,
                                                                                        choice,
                                                                                        question
                                                                                                .filtered()))));
    }

    @POST
    @Path("batch")
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> batch(
            @RestForm String action,
            @RestForm String tag,
            @RestForm List<Long> id,
            @Context HttpHeaders headers) {
        ContactMessages words = Words.of(ContactMessages.class, headers);
        List<Long> ids = id == null ? List.of() : id.stream().limit(1_000).toList();
        if (ids.isEmpty()) {
            return answer(words.selectFirst());
        }
        if ("erase".equals(action)) {
            return queries.lookup(user.organization(), ids)
                    .map(contacts -> Answer.page(Templates.confirm(contacts)).build());
        }
        if (tag == null || tag.isBlank()) {
            return answer(words.enterTag());
        }
        boolean add = !"removeTag".equals(action);
        return tag(ids, tag, add)
                .map(
                        changed ->
                                Answer.goTo(LIST)
                                        .toast(
                                                add
                                                        ? words.taggedMany(changed.size())
                                                        : words.untaggedMany(changed.size()),
                                                undo(changed, tag, !add))
                                        .build());
    }

    /** Takes back what a batch did, for those that it changed. */
    @POST
    @Path("batch/undo")
    @RequiresPermission("crm:contacts:write")
    public Uni<RestResponse<TemplateInstance>> undo(
            @RestQuery String tag,
            @RestQuery boolean add,
            @RestQuery List<Long> id,
            @Context HttpHeaders headers) {
        return tag(id == null ? List.of() : id, tag, add)
                .chain(_ -> answer(Words.of(ContactMessages.class, headers).undone()));
    }

    @POST
    @Path("batch/erase")
    @RequiresPermission("crm:contacts:delete")
    public Uni<RestResponse<TemplateInstance>> erase(
            @RestForm List<Long> id, @Context HttpHeaders headers) {
        return deleteContacts
                .handle(
                        new DeleteContacts.Command(
                                user.organization(), id == null ? List.of() : id))
                .chain(
                        erased ->
                                answer(
                                        Words.of(ContactMessages.class, headers)
                                                .erasedMany(erased.size())));
    }

    private Uni<List<Long>> tag(List<Long> ids, String tag, boolean add) {
        List<String> given = List.of(tag);
        List<ContactChange> changes =
                ids.stream()
                        .map(
                                id ->
                                        ContactChange.of(
                                                id,
                                                add ? given : List.of(),
                                                add ? List.of() : given,
                                                0))
                        .toList();
        return changeContacts.handle(
                new ChangeContacts.Command(user.organization(), Lane.REALTIME, changes));
    }

    private TemplateInstance list(
            PageLinks links,
            ContactPage page,
            List<String> tags,
            ViewChoice choice,
            boolean filtered) {
        Pager pager =
                new Pager(
                        page.getPage(), page.getLimit(), page.getTotal(), page.getTotalEstimated());
        return Templates.list(
                links,
                pager,
                page.getItems(),
                tags,
                choice,
                filtered,
                user.may("crm:contacts:write"),
                user.may("crm:contacts:delete"));
    }

    private static String undo(List<Long> changed, String tag, boolean add) {
        return changed.stream()
                .map(id -> "&id=" + id)
                .collect(
                        Collectors.joining(
                                "",
                                LIST
                                        + "/batch/undo?add="
                                        + add
                                        + "&tag="
                                        + URLEncoder.encode(tag, StandardCharsets.UTF_8),
                                ""));
    }

    private static Uni<RestResponse<TemplateInstance>> answer(String toast) {
        return Uni.createFrom().item(Answer.goTo(LIST).toast(toast).build());
    }
}
