package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.clients.Crm;
import io.mauntic.contracts.crm.model.SegmentMemberIds;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * One page of a segment's members enters a campaign, or leaves it. The cursor moves in the same
 * transaction, so that a crash repeats at most one page, whose contacts are members already.
 */
@ApplicationScoped
class SyncSource {

    private final UnitOfWork unitOfWork;
    private final SourceSyncs syncs;
    private final RunningCampaigns campaigns;
    private final Members members;
    private final Memberships memberships;
    private final EnterCampaigns entering;
    private final LeaveCampaigns leaving;
    private final Crm crm;

    SyncSource(
            UnitOfWork unitOfWork,
            SourceSyncs syncs,
            RunningCampaigns campaigns,
            Members members,
            Memberships memberships,
            EnterCampaigns entering,
            LeaveCampaigns leaving,
            Crm crm) {
        this.unitOfWork = unitOfWork;
        this.syncs = syncs;
        this.campaigns = campaigns;
        this.members = members;
        this.memberships = memberships;
        this.entering = entering;
        this.leaving = leaving;
        this.crm = crm;
    }

    Uni<Void> handle(SourceSync sync) {
        return sync.leaving()
                ? leave(sync)
                : crm.memberIds(sync.organization(), sync.segment(), sync.cursor())
                        .chain(page -> enter(sync, page));
    }

    private Uni<Void> enter(SourceSync sync, SegmentMemberIds page) {
        return unitOfWork.in(
                sync.organization(),
                () ->
                        campaigns
                                .keep(sync.organization(), sync.campaign())
                                .chain(
                                        campaign ->
                                                syncs.claim(sync)
                                                        .map(
                                                                claimed ->
                                                                        campaign.filter(
                                                                                _ -> claimed)))
                                .chain(campaign -> enter(sync, page, campaign)));
    }

    private Uni<Void> enter(
            SourceSync sync, SegmentMemberIds page, Optional<RunningCampaign> campaign) {
        if (campaign.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (!campaign.get().published()) {
            return syncs.advance(sync, Optional.empty());
        }
        return memberships
                .still(sync.organization(), sync.segment(), page.getIds(), page.getRevisions())
                .chain(
                        contacts ->
                                entering.enter(
                                        sync.organization(),
                                        campaign.get(),
                                        sync.segment(),
                                        contacts,
                                        Lane.BULK))
                .chain(() -> syncs.advance(sync, Optional.ofNullable(page.getNextCursor())));
    }

    private Uni<Void> leave(SourceSync sync) {
        return unitOfWork.in(
                sync.organization(),
                () ->
                        syncs.claim(sync)
                                .chain(
                                        claimed ->
                                                claimed
                                                        ? letGo(sync)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> letGo(SourceSync sync) {
        return members.heldBy(sync.organization(), sync.campaign(), sync.segment())
                .chain(
                        held ->
                                held.isEmpty()
                                        ? syncs.advance(sync, Optional.empty())
                                        : leaving.handle(
                                                sync.organization(),
                                                Optional.of(sync.campaign()),
                                                sync.segment(),
                                                held,
                                                Lane.BULK));
    }
}
