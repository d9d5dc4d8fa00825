package io.mauntic.analytics.notification;

import io.mauntic.analytics.activity.Activity;
import io.mauntic.contracts.analytics.api.NotificationsApi;
import io.mauntic.contracts.analytics.model.Notification;
import io.mauntic.contracts.analytics.model.NotificationList;
import io.smallrye.mutiny.Uni;
import java.time.ZoneOffset;
import java.util.List;

/** The notifications of the bearer. */
class NotificationsResource implements NotificationsApi {

    private final Notifications notifications;

    NotificationsResource(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public Uni<NotificationList> listNotifications() {
        return notifications.list().map(NotificationsResource::answer);
    }

    @Override
    public Uni<NotificationList> markNotificationsSeen() {
        return notifications.see().map(NotificationsResource::answer);
    }

    private static NotificationList answer(List<io.mauntic.analytics.activity.Notification> told) {
        return new NotificationList()
                .items(told.stream().map(item -> item(item.told(), item.unread())).toList())
                .unread(Notifications.unread(told));
    }

    private static Notification item(Activity told, boolean unread) {
        return new Notification()
                .kind(told.kind().eventType())
                .subject(told.subject())
                .name(told.name())
                .amount(told.amount())
                .failed(told.failed())
                .at(told.at().atOffset(ZoneOffset.UTC))
                .link(told.href())
                .unread(unread);
    }
}
