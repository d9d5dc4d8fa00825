package io.mauntic.campaign.campaign.interfaces.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.campaign.campaign.application.CreateCampaign;
import io.mauntic.campaign.campaign.application.EditCampaign;
import io.mauntic.campaign.campaign.application.PublishCampaign;
import io.mauntic.campaign.campaign.application.StopCampaign;
import io.mauntic.campaign.campaign.domain.CampaignContent;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import io.mauntic.campaign.campaign.infrastructure.CampaignQueries;
import io.mauntic.campaign.campaign.infrastructure.PageRequest;
import io.mauntic.campaign.campaign.infrastructure.WalkQueries;
import io.mauntic.contracts.campaign.api.CampaignsApi;
import io.mauntic.contracts.campaign.model.Campaign;
import io.mauntic.contracts.campaign.model.CampaignEvent;
import io.mauntic.contracts.campaign.model.CampaignFigures;
import io.mauntic.contracts.campaign.model.CampaignLogPage;
import io.mauntic.contracts.campaign.model.CampaignPage;
import io.mauntic.contracts.campaign.model.CampaignSource;
import io.mauntic.contracts.campaign.model.NewCampaign;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Campaigns for integrators. */
class CampaignsResource implements CampaignsApi {

    private final CampaignQueries queries;
    private final WalkQueries walks;
    private final CreateCampaign createCampaign;
    private final EditCampaign editCampaign;
    private final PublishCampaign publishCampaign;
    private final StopCampaign stopCampaign;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final CurrentUser user;
    private final ObjectMapper json;

    CampaignsResource(
            CampaignQueries queries,
            WalkQueries walks,
            CreateCampaign createCampaign,
            EditCampaign editCampaign,
            PublishCampaign publishCampaign,
            StopCampaign stopCampaign,
            Idempotency idempotency,
            MergePatch mergePatch,
            CurrentUser user,
            ObjectMapper json) {
        this.queries = queries;
        this.walks = walks;
        this.createCampaign = createCampaign;
        this.editCampaign = editCampaign;
        this.publishCampaign = publishCampaign;
        this.stopCampaign = stopCampaign;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.user = user;
        this.json = json;
    }

    @Override
    public Uni<CampaignPage> listCampaigns(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir,
            String status) {
        oneOf("orderBy", orderBy, List.of("id", "name", "status", "updatedAt"));
        oneOf("orderDir", orderDir, List.of("asc", "desc"));
        oneOf("status", status, List.of("draft", "published", "unpublished"));
        return queries.list(
                user.organization(),
                new CampaignQueries.Query(
                        Optional.ofNullable(search),
                        Optional.ofNullable(status),
                        orderBy,
                        orderDir,
                        PageRequest.of(page, limit, cursor)));
    }

    @Override
    public Uni<Campaign> createCampaign(NewCampaign campaign, String idempotencyKey) {
        return idempotency.once(
                idempotencyKey,
                campaign,
                Campaign.class,
                () ->
                        createCampaign
                                .handle(user.organization(), content(campaign, CampaignGraph.EMPTY))
                                .chain(id -> queries.get(user.organization(), id)));
    }

    @Override
    public Uni<Campaign> getCampaign(Long id) {
        return queries.get(user.organization(), known(id));
    }

    @Override
    public Uni<Campaign> updateCampaign(Long id, ObjectNode patch, String ifMatch) {
        return editCampaign
                .handle(
                        user.organization(),
                        known(id),
                        IfMatch.of(ifMatch),
                        campaign -> patched(campaign.content(), patch))
                .chain(() -> getCampaign(id));
    }

    @Override
    public Uni<Void> deleteCampaign(Long id) {
        return stopCampaign.delete(user.organization(), known(id));
    }

    @Override
    public Uni<Campaign> publishCampaign(Long id) {
        return publishCampaign.handle(user.organization(), known(id)).chain(() -> getCampaign(id));
    }

    @Override
    public Uni<Campaign> unpublishCampaign(Long id) {
        return stopCampaign.unpublish(user.organization(), known(id)).chain(() -> getCampaign(id));
    }

    @Override
    public Uni<CampaignFigures> getCampaignFigures(Long id) {
        return walks.figures(user.organization(), known(id));
    }

    @Override
    public Uni<CampaignLogPage> listCampaignLog(
            Long id,
            Integer page,
            Integer limit,
            String cursor,
            Long contactId,
            String eventKey,
            String status,
            String orderDir) {
        oneOf("status", status, List.of("waiting", "executed", "sent", "failed"));
        oneOf("orderDir", orderDir, List.of("asc", "desc"));
        return walks.log(
                user.organization(),
                known(id),
                new WalkQueries.LogQuery(
                        Optional.ofNullable(contactId),
                        Optional.ofNullable(eventKey),
                        Optional.ofNullable(status),
                        orderDir,
                        PageRequest.of(page, limit, cursor)));
    }

    private CampaignContent patched(CampaignContent content, Object patch) {
        GraphDraft graph = content.graph().draft();
        NewCampaign current =
                new NewCampaign()
                        .name(content.name())
                        .reentry(content.reentry())
                        .sources(
                                List.of(json.convertValue(graph.sources(), CampaignSource[].class)))
                        .events(List.of(json.convertValue(graph.events(), CampaignEvent[].class)));
        try {
            return content(mergePatch.apply(current, patch, NewCampaign.class), content.graph());
        } catch (JsonMappingException unreadable) {
            throw new InvalidValues(
                    unreadable.getPath().stream()
                            .map(JsonMappingException.Reference::getFieldName)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(".")),
                    "This value does not fit here, or something that is needed is missing.");
        } catch (JsonProcessingException unreadable) {
            throw new InvalidValues("body", "This is not what a campaign looks like.");
        }
    }

    private CampaignContent content(NewCampaign campaign, CampaignGraph before) {
        GraphDraft draft =
                new GraphDraft(
                        List.of(
                                json.convertValue(
                                        orEmpty(campaign.getSources()), GraphDraft.Source[].class)),
                        List.of(
                                json.convertValue(
                                        orEmpty(campaign.getEvents()), GraphDraft.Step[].class)));
        return new CampaignContent(
                campaign.getName(),
                Boolean.TRUE.equals(campaign.getReentry()),
                CampaignGraph.of(draft, before));
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static CampaignId known(Long id) {
        if (id <= 0) {
            throw new NotFound("campaign", id);
        }
        return new CampaignId(id);
    }

    private static void oneOf(String field, String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw new InvalidValues(field, "Use one of: " + String.join(", ", allowed) + ".");
        }
    }
}
