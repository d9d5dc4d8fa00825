package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.crm.savedview.application.ChangeView;
import io.mauntic.crm.savedview.application.DropView;
import io.mauntic.crm.savedview.application.KeepView;
import io.mauntic.crm.savedview.domain.SavedView;
import io.mauntic.crm.savedview.domain.ViewDetails;
import io.mauntic.crm.savedview.domain.ViewNameTaken;
import io.mauntic.crm.savedview.domain.Viewer;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps the list of contacts as it is shown, and chooses its columns. */
@Path("/ui/crm/contacts")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("crm:contacts:read")
class ViewPages {

    private final KeepView keep;
    private final ChangeView change;
    private final DropView drop;
    private final CurrentUser user;

    ViewPages(KeepView keep, ChangeView change, DropView drop, CurrentUser user) {
        this.keep = keep;
        this.change = change;
        this.drop = drop;
        this.user = user;
    }

    @POST
    @Path("columns")
    public RestResponse<TemplateInstance> columns(
            @BeanParam ListQuestion question, @RestForm List<String> column) {
        List<String> chosen = column == null ? List.of() : column;
        return Answer.goTo(question.at(ListQuestion.LIST, chosen)).build();
    }

    /** Keeps a view; the name in the address is how one that was dropped comes back. */
    @POST
    @Path("views")
    public Uni<RestResponse<TemplateInstance>> keep(
            @BeanParam ListQuestion question,
            @RestForm String name,
            @RestForm String shared,
            @RestQuery String again,
            @RestQuery boolean everybody,
            @Context HttpHeaders headers) {
        ContactMessages words = Words.of(ContactMessages.class, headers);
        String given = name == null ? again : name;
        if (given == null || given.isBlank()) {
            return back(question, words.nameView());
        }
        ViewDetails details = question.named(given, shared != null || everybody).checked();
        return keep.handle(viewer(), details)
                .map(id -> goTo(id, details, words.viewSaved()))
                .onFailure(ViewNameTaken.class)
                .recoverWithUni(() -> back(question, words.viewNameTaken()));
    }

    /** The view becomes what is shown. */
    @POST
    @Path("views/{id:\\d{1,18}}")
    public Uni<RestResponse<TemplateInstance>> change(
            long id, @BeanParam ListQuestion question, @Context HttpHeaders headers) {
        ContactMessages words = Words.of(ContactMessages.class, headers);
        return change.handle(
                        viewer(), id, IfMatch.ANY, old -> question.named(old.name(), old.shared()))
                .map(
                        old ->
                                goTo(
                                        id,
                                        question.named(old.details().name(), old.details().shared())
                                                .checkedSince(old.details()),
                                        words.viewSaved()))
                .onFailure(NotFound.class)
                .recoverWithUni(() -> back(question, words.viewGone()));
    }

    @POST
    @Path("views/{id:\\d{1,18}}/delete")
    public Uni<RestResponse<TemplateInstance>> drop(
            long id, @BeanParam ListQuestion question, @Context HttpHeaders headers) {
        ContactMessages words = Words.of(ContactMessages.class, headers);
        return drop.handle(viewer(), id)
                .map(
                        view ->
                                Answer.goTo(ListQuestion.LIST)
                                        .toast(words.viewDropped(), undo(view))
                                        .build())
                .onFailure(NotFound.class)
                .recoverWithUni(() -> back(question, words.viewGone()));
    }

    private Viewer viewer() {
        return new Viewer(user.organization(), user.userId(), user.may("crm:contacts:write"));
    }

    private static String undo(SavedView view) {
        String list = ListQuestion.address(view.id(), view.details());
        String query = list.substring(list.indexOf('?') + 1).replaceFirst("&?view=\\d+$", "");
        return "%s/views?again=%s&everybody=%s%s"
                .formatted(
                        ListQuestion.LIST,
                        URLEncoder.encode(view.details().name(), StandardCharsets.UTF_8),
                        view.details().shared(),
                        query.isEmpty() ? "" : "&" + query);
    }

    private static RestResponse<TemplateInstance> goTo(long id, ViewDetails view, String toast) {
        return Answer.goTo(ListQuestion.address(id, view)).toast(toast).build();
    }

    private static Uni<RestResponse<TemplateInstance>> back(ListQuestion question, String toast) {
        return Uni.createFrom()
                .item(Answer.goTo(question.at(ListQuestion.LIST)).toast(toast).build());
    }
}
