package io.mauntic.campaign.campaign.application;

import io.mauntic.campaign.walk.engine.CampaignRuns;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.timers.DueTimer;
import io.mauntic.kit.timers.TimerHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Removes campaigns that were deleted some days ago, with all that contacts did in them. */
@ApplicationScoped
public class PurgeCampaigns implements TimerHandler {

    static final String KIND = "purge-campaign";
    static final Duration KEPT = Duration.ofDays(7);

    private final CampaignRuns runs;

    PurgeCampaigns(CampaignRuns runs) {
        this.runs = runs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> due(OrganizationId organization, List<DueTimer> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        timer -> runs.purge(organization, Long.parseLong(timer.subject())))
                .collect()
                .last();
    }
}
