package io.mauntic.messaging.tracking;

import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.timers.DueTimer;
import io.mauntic.kit.timers.TimerHandler;
import io.mauntic.kit.timers.Timers;
import io.mauntic.messaging.tracking.Hits.Click;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds clicks that came within two seconds of the sending. A scanner follows every link of a mail
 * on its way to the mailbox; somebody who waits for the mail follows one. When the two seconds are
 * over, several links mean a machine, and one means a person.
 */
@ApplicationScoped
class EarlyClicks implements TimerHandler {

    private static final String HOLD =
            "insert into early_click (organization_id, delivery_id, link_id, visitor_id) values ($1, $2, $3, $4) on conflict do nothing";
    private static final String TAKE =
            """
            delete from early_click e using link l where e.delivery_id = any($1) and l.id = e.link_id
            returning e.delivery_id, e.link_id, e.visitor_id, l.url,
                (select count(*) from early_click o where o.delivery_id = e.delivery_id) > 1 as machine
            """;

    private final Sql sql;
    private final Timers timers;
    private final Clicks clicks;

    EarlyClicks(Sql sql, Timers timers, Clicks clicks) {
        this.sql = sql;
        this.timers = timers;
        this.clicks = clicks;
    }

    Uni<Void> hold(TrackedLink link, UUID visitor, Instant until) {
        long delivery = link.mail().delivery().value();
        OrganizationId organization = link.mail().organization();
        return sql.update(HOLD, organization.value(), delivery, link.linkId(), visitor)
                .chain(
                        () ->
                                timers.at(
                                        organization,
                                        kind(),
                                        Long.toString(delivery),
                                        until,
                                        new JsonObject()));
    }

    @Override
    public String kind() {
        return "early-click";
    }

    @Override
    public Uni<Void> due(OrganizationId organization, List<DueTimer> due) {
        Long[] deliveries =
                due.stream().map(timer -> Long.valueOf(timer.subject())).toArray(Long[]::new);
        return sql.list(
                        TAKE,
                        row ->
                                new Click(
                                        new TrackedLink(
                                                new TrackedMail(
                                                        organization,
                                                        new DeliveryId(row.getLong("delivery_id"))),
                                                row.getLong("link_id")),
                                        row.getString("url"),
                                        Optional.of(row.getUUID("visitor_id"))
                                                .filter(_ -> !row.getBoolean("machine"))),
                        (Object) deliveries)
                .chain(held -> clicks.note(organization, held));
    }
}
