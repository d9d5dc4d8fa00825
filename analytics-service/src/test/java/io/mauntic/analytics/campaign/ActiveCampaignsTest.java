package io.mauntic.analytics.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.analytics.Told;
import io.mauntic.analytics.metric.HourlyCounts;
import io.mauntic.kit.events.ReceivedEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActiveCampaignsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:10:00Z");

    private final HourlyCounts counts = new HourlyCounts();

    @Test
    void publishing_twice_counts_once() {
        Set<Long> active =
                ActiveCampaigns.changes(
                        Set.of(),
                        List.of(told("CampaignPublished"), told("CampaignPublished")),
                        counts);

        assertThat(active).containsExactly(51L);
        assertThat(counts).hasToString("{activeCampaigns 2026-11-20T12:00Z=1}");
    }

    @Test
    void stopping_what_was_never_published_counts_nothing() {
        assertThat(ActiveCampaigns.changes(Set.of(), List.of(told("CampaignUnpublished")), counts))
                .isEmpty();
        assertThat(counts.isEmpty()).isTrue();
    }

    @Test
    void a_stopped_campaign_is_one_less() {
        assertThat(
                        ActiveCampaigns.changes(
                                Set.of(51L), List.of(told("CampaignUnpublished")), counts))
                .isEmpty();
        assertThat(counts).hasToString("{activeCampaigns 2026-11-20T12:00Z=-1}");
    }

    private static ReceivedEvent told(String type) {
        return Told.event(
                type, NOON, new JsonObject().put("campaignId", 51).put("name", "Welcome"));
    }
}
