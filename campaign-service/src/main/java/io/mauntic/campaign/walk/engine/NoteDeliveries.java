package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Notes whether the emails that were asked for went out, inside a unit of work. */
@ApplicationScoped
public class NoteDeliveries {

    private final EmailLog emails;
    private final RunningCampaigns campaigns;
    private final WalkEvents events;

    NoteDeliveries(EmailLog emails, RunningCampaigns campaigns, WalkEvents events) {
        this.emails = emails;
        this.campaigns = campaigns;
        this.events = events;
    }

    /** Emails of one campaign and event. */
    private record Email(long campaign, String eventKey) {}

    public Uni<Void> sent(OrganizationId organization, Collection<RequestKey> keys) {
        return emails.noteSent(organization, keys).replaceWithVoid();
    }

    /**
     * @param reason as messaging says it
     */
    public Uni<Void> failed(
            OrganizationId organization, Collection<RequestKey> keys, String reason, Lane lane) {
        return emails.noteFailed(organization, keys, reason)
                .map(
                        failed ->
                                failed.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        key ->
                                                                new Email(
                                                                        key.campaign(),
                                                                        key.eventKey()))))
                .chain(
                        byEmail ->
                                Multi.createFrom()
                                        .iterable(byEmail.entrySet())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                entry -> tell(organization, entry, reason, lane))
                                        .collect()
                                        .last());
    }

    private Uni<Void> tell(
            OrganizationId organization,
            Map.Entry<Email, List<RequestKey>> failed,
            String reason,
            Lane lane) {
        List<Walker> walkers = failed.getValue().stream().map(RequestKey::walker).toList();
        WalkEvents.Failure failure =
                new WalkEvents.Failure(failed.getKey().eventKey(), "email.send", reason);
        return campaigns
                .find(organization, failed.getKey().campaign())
                .chain(
                        campaign ->
                                campaign.map(
                                                found ->
                                                        events.failed(
                                                                organization,
                                                                lane,
                                                                found,
                                                                failure,
                                                                walkers))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
