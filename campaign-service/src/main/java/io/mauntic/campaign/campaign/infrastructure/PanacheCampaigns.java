package io.mauntic.campaign.campaign.infrastructure;

import io.mauntic.campaign.campaign.application.Campaigns;
import io.mauntic.campaign.campaign.domain.Campaign;
import io.mauntic.campaign.campaign.domain.CampaignStatus;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PanacheCampaigns implements Campaigns, PanacheRepositoryBase<Campaign, Long> {

    @Override
    public Uni<Campaign> get(CampaignId id) {
        return found(
                id,
                find("id = ?1 and status <> ?2", id.value(), CampaignStatus.DELETED).firstResult());
    }

    @Override
    public Uni<Campaign> getDeleted(CampaignId id) {
        return found(
                id,
                find("id = ?1 and status = ?2", id.value(), CampaignStatus.DELETED).firstResult());
    }

    @Override
    public Uni<Campaign> add(Campaign campaign) {
        return persist(campaign);
    }

    private static Uni<Campaign> found(CampaignId id, Uni<Campaign> campaign) {
        return campaign.onItem().ifNull().failWith(() -> new NotFound("campaign", id));
    }
}
