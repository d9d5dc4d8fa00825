package io.mauntic.analytics.notification;

import io.mauntic.analytics.AnalyticsMessages;
import io.mauntic.analytics.activity.ActivityLine;
import io.mauntic.analytics.activity.Notification;
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
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** The bell of the shell: its number, its menu, and a page for whoever has no scripts. */
@Path("/ui/analytics/notifications")
@Produces(MediaType.TEXT_HTML)
@RequiresPermission("analytics:reports:read")
class NotificationPages {

    private final Notifications notifications;

    NotificationPages(Notifications notifications) {
        this.notifications = notifications;
    }

    /** A notification as a line to read. */
    record Line(ActivityLine told, boolean unread) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(List<Line> lines);

        static native TemplateInstance menu(List<Line> lines);

        static native TemplateInstance unread(long unread);
    }

    /** To open it is to see it, as with the menu. */
    @GET
    public Uni<RestResponse<TemplateInstance>> page(@Context HttpHeaders headers) {
        return seen(told -> Templates.page(lines(told, headers)));
    }

    @POST
    @Path("seen")
    public Uni<RestResponse<TemplateInstance>> menu(@Context HttpHeaders headers) {
        return seen(told -> Templates.menu(lines(told, headers)));
    }

    @GET
    @Path("unread")
    public Uni<TemplateInstance> unread() {
        return notifications.list().map(Notifications::unread).map(Templates::unread);
    }

    private Uni<RestResponse<TemplateInstance>> seen(
            Function<List<Notification>, TemplateInstance> drawn) {
        return notifications
                .see()
                .map(drawn)
                .map(fragment -> Answer.page(fragment).event("notificationsSeen").build());
    }

    private static List<Line> lines(List<Notification> told, HttpHeaders headers) {
        AnalyticsMessages words = Words.of(AnalyticsMessages.class, headers);
        return told.stream()
                .map(line -> new Line(ActivityLine.of(line.told(), words), line.unread()))
                .toList();
    }
}
