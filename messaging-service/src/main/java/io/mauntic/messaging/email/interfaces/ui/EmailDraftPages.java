package io.mauntic.messaging.email.interfaces.ui;

import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.drafts.DraftAnswer;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.rest.UrlEncodedBody;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.messaging.email.infrastructure.EmailQueries;
import io.mauntic.ui.Answer;
import io.mauntic.ui.BuilderPlace;
import io.mauntic.ui.UiMessages;
import io.mauntic.ui.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps what is typed into the editor; nobody is sent half a sentence. */
@Path("/ui/messaging/emails/{email:new|\\d{1,18}}/draft")
@RequiresPermission("messaging:emails:write")
class EmailDraftPages {

    private final Drafts drafts;
    private final EmailQueries queries;
    private final CurrentUser user;

    EmailDraftPages(Drafts drafts, EmailQueries queries, CurrentUser user) {
        this.drafts = drafts;
        this.queries = queries;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<DraftAnswer> keep(@RestPath String email, String form) {
        EmailForm typed = EmailForm.of(UrlEncodedBody.parse(form));
        return place(email).chain(place -> drafts.keep(place.thing(), form, problems(typed)));
    }

    @POST
    @Path("discard")
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<TemplateInstance>> discard(
            @RestPath String email, @Context HttpHeaders headers) {
        String told = Words.of(UiMessages.class, headers).builderDiscarded();
        return place(email)
                .call(place -> drafts.drop(place.thing()))
                .map(place -> Answer.goTo(place.edit()).toast(told).build());
    }

    private Uni<BuilderPlace> place(String email) {
        if (email.equals("new")) {
            return Uni.createFrom().item(EmailEditorPages.NEW);
        }
        long id = Long.parseLong(email);
        return queries.get(user.organization(), new EmailId(id))
                .replaceWith(new BuilderPlace(EmailEditorPages.LIST, id));
    }

    private static List<Violation> problems(EmailForm typed) {
        try {
            typed.content().checked();
            return List.of();
        } catch (InvalidValues refused) {
            return refused.violations();
        }
    }
}
