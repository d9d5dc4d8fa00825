package io.mauntic.analytics.campaign;

import io.mauntic.analytics.metric.Counters;
import io.mauntic.analytics.metric.HourlyCounts;
import io.mauntic.analytics.metric.Metric;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which campaigns are published; publishing one twice makes it no more active. */
@ApplicationScoped
public class ActiveCampaigns implements EventHandler {

    private static final String PUBLISHED = "CampaignPublished";

    private static final String ADD =
            "insert into active_campaign (organization_id, campaign_id) select $1, unnest($2::bigint[]) on conflict do nothing";

    private final Sql sql;
    private final Counters counters;

    ActiveCampaigns(Sql sql, Counters counters) {
        this.sql = sql;
        this.counters = counters;
    }

    @Override
    public Set<String> types() {
        return Set.of(PUBLISHED, "CampaignUnpublished");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        Long[] told =
                events.stream().map(ActiveCampaigns::campaign).distinct().toArray(Long[]::new);
        return sql.list(
                        "select campaign_id from active_campaign where campaign_id = any($1)",
                        row -> row.getLong("campaign_id"),
                        (Object) told)
                .chain(before -> follow(organization, Set.copyOf(before), told, events));
    }

    private Uni<Void> follow(
            OrganizationId organization,
            Set<Long> before,
            Long[] told,
            List<ReceivedEvent> events) {
        HourlyCounts counts = new HourlyCounts();
        Set<Long> after = changes(before, events, counts);
        return counters.add(organization, counts)
                .chain(
                        () ->
                                sql.update(
                                        "delete from active_campaign where campaign_id = any($1)",
                                        (Object) told))
                .chain(() -> sql.update(ADD, organization.value(), after.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /**
     * Which of the campaigns are published after these events; notes in the counts when their
     * number changed.
     */
    static Set<Long> changes(Set<Long> before, List<ReceivedEvent> events, HourlyCounts counts) {
        Set<Long> active = new HashSet<>(before);
        for (ReceivedEvent event : events) {
            boolean published = event.type().equals(PUBLISHED);
            boolean changed =
                    published ? active.add(campaign(event)) : active.remove(campaign(event));
            if (changed) {
                counts.add(Metric.ACTIVE_CAMPAIGNS, event.time(), published ? 1 : -1);
            }
        }
        return active;
    }

    private static Long campaign(ReceivedEvent event) {
        return event.data().getLong("campaignId");
    }
}
