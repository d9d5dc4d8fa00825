package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.campaign.domain.Path;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.campaign.campaign.domain.StepKind;
import io.mauntic.campaign.walk.domain.Walker;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Tells what happens to contacts: one statement and one row of the outbox for up to 1,000 of them.
 */
@ApplicationScoped
class WalkEvents {

    // The key of a request is the same however often it is made:
    // campaign:<campaign>:<event>:<contact>:<rotation>.
    private static final String APPEND =
            """
            select append_events($1, $2, null, $4, array_agg(outgoing_event($3, contact_id::text,
                ($5::jsonb || jsonb_build_object('contactId', contact_id)
                    || case when $6::text is null then '{}' else jsonb_build_object($6::text, $7::text || contact_id || ':' || rotation) end)::text,
                $4::jsonb -> contact_id::text)))
            from unnest($8::bigint[], $9::int[]) as given(contact_id, rotation)
            """;

    private final Sql sql;
    private final Outbox outbox;

    WalkEvents(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    Uni<Void> entered(
            OrganizationId organization,
            RunningCampaign campaign,
            Lane lane,
            List<Walker> walkers) {
        return append(organization, lane, "ContactEnteredCampaign", named(campaign), walkers);
    }

    Uni<Void> left(
            OrganizationId organization,
            RunningCampaign campaign,
            Lane lane,
            List<Walker> walkers) {
        return append(organization, lane, "ContactLeftCampaign", named(campaign), walkers);
    }

    Uni<Void> executed(
            DueGroup group, RunningCampaign campaign, Step step, Path path, List<Walker> walkers) {
        JsonObject data =
                named(campaign).put("eventKey", step.key()).put("kind", step.kind().code());
        path.word().ifPresent(word -> data.put("path", word));
        return append(group.organization(), group.lane(), "CampaignEventExecuted", data, walkers);
    }

    Uni<Void> failed(
            OrganizationId organization,
            Lane lane,
            RunningCampaign campaign,
            Failure failure,
            List<Walker> walkers) {
        JsonObject data =
                named(campaign)
                        .put("eventKey", failure.eventKey())
                        .put("kind", failure.kind())
                        .put("reason", failure.reason());
        return append(organization, lane, "CampaignEventFailed", data, walkers);
    }

    /** Why a step could not be done. */
    record Failure(String eventKey, String kind, String reason) {}

    /** Asks the other contexts for what an action does. */
    Uni<Void> request(DueGroup group, Step step, List<Walker> walkers) {
        JsonObject data =
                new JsonObject().put("campaignId", group.campaign()).put("eventKey", step.key());
        return switch (step.kind()) {
            case StepKind.SendEmail email ->
                    request(
                            group,
                            "EmailSendRequested",
                            "deliveryKey",
                            data.put("emailId", email.emailId()),
                            walkers);
            case StepKind.ChangeTags tags ->
                    change(
                            group,
                            data.put("addTags", new JsonArray(tags.add()))
                                    .put("removeTags", new JsonArray(tags.remove())),
                            walkers);
            case StepKind.ChangePoints points ->
                    change(group, data.put("pointsDelta", points.delta()), walkers);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> change(DueGroup group, JsonObject data, List<Walker> walkers) {
        return request(group, "ContactChangeRequested", "changeKey", data, walkers);
    }

    private Uni<Void> request(
            DueGroup group, String type, String keyName, JsonObject data, List<Walker> walkers) {
        String prefix = RequestKey.prefix(group.campaign(), group.eventKey());
        return append(group.organization(), group.lane(), type, data, keyName, prefix, walkers);
    }

    private Uni<Void> append(
            OrganizationId organization,
            Lane lane,
            String type,
            JsonObject data,
            List<Walker> walkers) {
        return append(organization, lane, type, data, null, null, walkers);
    }

    private Uni<Void> append(
            OrganizationId organization,
            Lane lane,
            String type,
            JsonObject data,
            String keyName,
            String keyPrefix,
            List<Walker> walkers) {
        if (walkers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        outbox.wake(lane);
        return sql.update(
                        APPEND,
                        organization.value(),
                        lane.text(),
                        type,
                        outbox.causes(),
                        data,
                        keyName,
                        keyPrefix,
                        walkers.stream().map(Walker::contact).toArray(Long[]::new),
                        walkers.stream().map(Walker::rotation).toArray(Integer[]::new))
                .replaceWithVoid();
    }

    private static JsonObject named(RunningCampaign campaign) {
        return new JsonObject()
                .put("campaignId", campaign.id())
                .put("campaignName", campaign.name());
    }
}
