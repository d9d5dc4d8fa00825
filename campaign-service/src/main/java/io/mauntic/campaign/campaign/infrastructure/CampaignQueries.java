package io.mauntic.campaign.campaign.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.campaign.campaign.domain.CampaignContent;
import io.mauntic.contracts.campaign.model.Campaign;
import io.mauntic.contracts.campaign.model.CampaignEvent;
import io.mauntic.contracts.campaign.model.CampaignListItem;
import io.mauntic.contracts.campaign.model.CampaignPage;
import io.mauntic.contracts.campaign.model.CampaignSource;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads campaigns straight into the contract's models. */
@ApplicationScoped
public class CampaignQueries {

    private static final String GET =
            """
            select id, version, name, status, reentry, graph, created_at, updated_at, published_at from campaign
            where organization_id = $1 and id = $2 and status <> 'deleted'
            """;
    private static final String EDITS =
            """
            select coalesce(jsonb_array_length(history::jsonb -> 'past'), 0) as past,
                coalesce(jsonb_array_length(history::jsonb -> 'future'), 0) as future
            from campaign where organization_id = $1 and id = $2 and status <> 'deleted'
            """;
    private static final String FILTER =
            """
             from campaign c where c.organization_id = $1 and c.status <> 'deleted'
                and ($2::text is null or strpos(lower(c.name), lower($2)) > 0) and ($3::text is null or c.status = $3)
            """;
    private static final String LIST =
            """
            select c.id, c.name, c.status, c.created_at, c.updated_at, c.published_at,
                (select count(*) from campaign_member m
                    where m.organization_id = c.organization_id and m.campaign_id = c.id and m.left_at is null) as contacts,
                (select count(*) from campaign_log l where l.organization_id = c.organization_id and l.campaign_id = c.id) as done,
                (select count(*) from pending_step p where p.organization_id = c.organization_id and p.campaign_id = c.id) as waiting
            """
                    + FILTER;
    private static final Map<String, String> ORDERS =
            Map.of(
                    "id",
                    "c.id",
                    "name",
                    "lower(c.name)",
                    "status",
                    "c.status",
                    "updatedAt",
                    "c.updated_at");

    private static final GraphJson GRAPHS = new GraphJson();

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final ObjectMapper json;

    CampaignQueries(UnitOfWork unitOfWork, Sql sql, ObjectMapper json) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.json = json;
    }

    /** As it is stored. */
    private record Graph(List<CampaignSource> sources, List<CampaignEvent> events) {}

    /** What a list shows. */
    public record Query(
            Optional<String> search,
            Optional<String> status,
            String orderBy,
            String orderDir,
            PageRequest page) {}

    /**
     * @return fails with {@link NotFound}
     */
    public Uni<Campaign> get(OrganizationId organization, CampaignId id) {
        return unitOfWork
                .in(
                        organization,
                        () -> sql.first(GET, this::campaign, organization.value(), id.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("campaign", id)));
    }

    /**
     * What a marketer decided about it.
     *
     * @return fails with {@link NotFound}
     */
    public Uni<CampaignContent> content(OrganizationId organization, CampaignId id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        GET,
                                        CampaignQueries::content,
                                        organization.value(),
                                        id.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("campaign", id)));
    }

    /** How many edits can be undone, and redone. */
    public record Edits(int past, int future) {}

    /**
     * @return fails with {@link NotFound}
     */
    public Uni<Edits> edits(OrganizationId organization, CampaignId id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        EDITS,
                                        row ->
                                                new Edits(
                                                        row.getInteger("past"),
                                                        row.getInteger("future")),
                                        organization.value(),
                                        id.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("campaign", id)));
    }

    public Uni<CampaignPage> list(OrganizationId organization, Query query) {
        String search =
                query.search().filter(text -> !text.isBlank()).map(String::strip).orElse(null);
        String status = query.status().orElse(null);
        String direction = "asc".equals(query.orderDir()) ? " asc" : " desc";
        String order =
                " order by "
                        + ORDERS.getOrDefault(query.orderBy(), "c.id")
                        + direction
                        + ", c.id"
                        + direction
                        + " limit $4 offset $5";
        return unitOfWork.in(
                organization,
                () ->
                        sql.number("select count(*)" + FILTER, organization.value(), search, status)
                                .chain(
                                        total ->
                                                sql.list(
                                                                LIST + order,
                                                                CampaignQueries::item,
                                                                organization.value(),
                                                                search,
                                                                status,
                                                                query.page().limit(),
                                                                query.page().offset())
                                                        .map(
                                                                items ->
                                                                        page(
                                                                                items,
                                                                                total,
                                                                                query.page()))));
    }

    private static CampaignPage page(List<CampaignListItem> items, long total, PageRequest page) {
        return new CampaignPage()
                .items(items)
                .total(total)
                .page(page.page())
                .limit(page.limit())
                .totalPages(page.pages(total))
                .nextCursor(page.next(total));
    }

    private static CampaignListItem item(Row row) {
        String status = row.getString("status");
        return new CampaignListItem()
                .id(row.getLong("id"))
                .name(row.getString("name"))
                .status(CampaignListItem.StatusEnum.fromValue(status))
                .published(status.equals("published"))
                .contacts(row.getLong("contacts"))
                .done(row.getLong("done"))
                .waiting(row.getLong("waiting"))
                .createdAt(row.getOffsetDateTime("created_at"))
                .updatedAt(row.getOffsetDateTime("updated_at"))
                .publishedAt(row.getOffsetDateTime("published_at"));
    }

    private static CampaignContent content(Row row) {
        return new CampaignContent(
                row.getString("name"),
                row.getBoolean("reentry"),
                GRAPHS.convertToEntityAttribute(row.getString("graph")));
    }

    private Campaign campaign(Row row) {
        String status = row.getString("status");
        Graph graph = graph(row.getString("graph"));
        return new Campaign()
                .id(row.getLong("id"))
                .version(row.getLong("version"))
                .name(row.getString("name"))
                .status(Campaign.StatusEnum.fromValue(status))
                .published(status.equals("published"))
                .reentry(row.getBoolean("reentry"))
                .sources(graph.sources())
                .events(graph.events())
                .createdAt(row.getOffsetDateTime("created_at"))
                .updatedAt(row.getOffsetDateTime("updated_at"))
                .publishedAt(row.getOffsetDateTime("published_at"));
    }

    private Graph graph(String stored) {
        try {
            return json.readValue(stored, Graph.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
