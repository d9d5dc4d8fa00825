package io.mauntic.campaign.campaign.infrastructure;

import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.contracts.campaign.model.CampaignEventFigures;
import io.mauntic.contracts.campaign.model.CampaignFigures;
import io.mauntic.contracts.campaign.model.CampaignLogEntry;
import io.mauntic.contracts.campaign.model.CampaignLogPage;
import io.mauntic.kernel.CampaignId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads what contacts do in campaigns. */
@ApplicationScoped
public class WalkQueries {

    private static final String GRAPH =
            "select graph from campaign where organization_id = $1 and id = $2 and status <> 'deleted'";
    private static final String EVENTS =
            """
            select event_key, sum(done)::bigint as done, sum(waiting)::bigint as waiting, sum(yes)::bigint as yes, sum(no)::bigint as no,
                sum(failed)::bigint as failed
            from (
                select event_key, count(*) as done, 0 as waiting, count(*) filter (where path = 'yes') as yes,
                    count(*) filter (where path = 'no') as no, count(*) filter (where status = 'failed') as failed
                from campaign_log where organization_id = $1 and campaign_id = $2 group by event_key
                union all
                select event_key, 0, count(*), 0, 0, 0 from pending_step where organization_id = $1 and campaign_id = $2 group by event_key
            ) as counted
            group by event_key order by event_key
            """;
    private static final String MEMBERS =
            """
            select count(*) as entered, count(*) filter (where left_at is null) as active,
                exists (select from source_sync s where s.organization_id = $1 and s.campaign_id = $2 and not s.leaving) as starting_up
            from campaign_member where organization_id = $1 and campaign_id = $2
            """;
    private static final String ENTRIES =
            """
            from (
                select contact_id, event_key, rotation, status, path, at, at as sort_at, reason, opened_at, clicked_at
                from campaign_log where organization_id = $1 and campaign_id = $2
                    and ($3::bigint is null or contact_id = $3) and ($4::text is null or event_key = $4)
                    and ($5::text is null or status = $5)
                union all
                select contact_id, event_key, rotation, 'waiting', null, case when due_at < 'infinity' then due_at end, due_at, null, null, null
                from pending_step where organization_id = $1 and campaign_id = $2
                    and ($3::bigint is null or contact_id = $3) and ($4::text is null or event_key = $4)
                    and ($5::text is null or $5 = 'waiting')
            ) as entry
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final GraphJson graphs = new GraphJson();

    WalkQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    /** What the log shows. */
    public record LogQuery(
            Optional<Long> contact,
            Optional<String> eventKey,
            Optional<String> status,
            String orderDir,
            PageRequest page) {}

    /**
     * @return fails with {@link NotFound}
     */
    public Uni<CampaignFigures> figures(OrganizationId organization, CampaignId id) {
        return unitOfWork.in(
                organization,
                () ->
                        graph(organization, id)
                                .chain(
                                        () ->
                                                sql.first(
                                                        MEMBERS,
                                                        WalkQueries::members,
                                                        organization.value(),
                                                        id.value()))
                                .chain(
                                        members ->
                                                sql.list(
                                                                EVENTS,
                                                                WalkQueries::event,
                                                                organization.value(),
                                                                id.value())
                                                        .map(
                                                                events ->
                                                                        members.orElseThrow()
                                                                                .events(events))));
    }

    /**
     * @return fails with {@link NotFound}
     */
    public Uni<CampaignLogPage> log(OrganizationId organization, CampaignId id, LogQuery query) {
        String direction = "asc".equals(query.orderDir()) ? " asc" : " desc";
        String order =
                " order by sort_at%1$s, contact_id%1$s, event_key%1$s limit $6 offset $7"
                        .formatted(direction);
        Object[] filter = {
            organization.value(),
            id.value(),
            query.contact().orElse(null),
            query.eventKey().orElse(null),
            query.status().orElse(null)
        };
        return unitOfWork.in(
                organization,
                () ->
                        graph(organization, id)
                                .chain(
                                        graph ->
                                                sql.number("select count(*) " + ENTRIES, filter)
                                                        .chain(
                                                                total ->
                                                                        sql.list(
                                                                                        "select * "
                                                                                                + ENTRIES
                                                                                                + order,
                                                                                        row ->
                                                                                                entry(
                                                                                                        row,
                                                                                                        graph),
                                                                                        with(
                                                                                                filter,
                                                                                                query
                                                                                                        .page()))
                                                                                .map(
                                                                                        items ->
                                                                                                page(
                                                                                                        items,
                                                                                                        total,
                                                                                                        query
                                                                                                                .page())))));
    }

    private Uni<CampaignGraph> graph(OrganizationId organization, CampaignId id) {
        return sql.first(
                        GRAPH,
                        row -> graphs.convertToEntityAttribute(row.getString("graph")),
                        organization.value(),
                        id.value())
                .map(found -> found.orElseThrow(() -> new NotFound("campaign", id)));
    }

    private static Object[] with(Object[] filter, PageRequest page) {
        return new Object[] {
            filter[0], filter[1], filter[2], filter[3], filter[4], page.limit(), page.offset()
        };
    }

    private static CampaignLogPage page(
            List<CampaignLogEntry> items, long total, PageRequest page) {
        return new CampaignLogPage()
                .items(items)
                .total(total)
                .page(page.page())
                .limit(page.limit())
                .totalPages(page.pages(total))
                .nextCursor(page.next(total));
    }

    private static CampaignLogEntry entry(Row row, CampaignGraph graph) {
        CampaignLogEntry entry =
                new CampaignLogEntry()
                        .contactId(row.getLong("contact_id"))
                        .eventKey(row.getString("event_key"))
                        .rotation(row.getInteger("rotation"))
                        .status(CampaignLogEntry.StatusEnum.fromValue(row.getString("status")))
                        .at(row.getOffsetDateTime("at"))
                        .reason(row.getString("reason"))
                        .openedAt(row.getOffsetDateTime("opened_at"))
                        .clickedAt(row.getOffsetDateTime("clicked_at"));
        Optional.ofNullable(row.getString("path"))
                .map(CampaignLogEntry.PathEnum::fromValue)
                .ifPresent(entry::setPath);
        graph.step(entry.getEventKey())
                .ifPresent(step -> entry.type(step.kind().type().word()).kind(step.kind().code()));
        return entry;
    }

    private static CampaignFigures members(Row row) {
        long entered = row.getLong("entered");
        long active = row.getLong("active");
        return new CampaignFigures()
                .entered(entered)
                .active(active)
                .left(entered - active)
                .startingUp(row.getBoolean("starting_up"));
    }

    private static CampaignEventFigures event(Row row) {
        return new CampaignEventFigures()
                .key(row.getString("event_key"))
                .done(row.getLong("done"))
                .waiting(row.getLong("waiting"))
                .tookYes(row.getLong("yes"))
                .tookNo(row.getLong("no"))
                .failed(row.getLong("failed"));
    }
}
