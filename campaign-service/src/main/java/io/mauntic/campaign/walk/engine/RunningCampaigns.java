package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.campaign.infrastructure.GraphJson;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads campaigns for the engine. */
@ApplicationScoped
class RunningCampaigns {

    private static final String COLUMNS =
            "select c.id, c.name, c.status, c.reentry, c.graph from campaign c";
    private static final String ONE = COLUMNS + " where c.organization_id = $1 and c.id = $2";
    private static final String FED_BY =
            COLUMNS
                    + """
                     join campaign_source s on s.organization_id = c.organization_id and s.campaign_id = c.id
                    where s.organization_id = $1 and s.segment_id = $2 and c.status = 'published'
                    order by c.id for share of c
                    """;

    private final Sql sql;
    private final GraphJson graphs = new GraphJson();

    RunningCampaigns(Sql sql) {
        this.sql = sql;
    }

    /** As it is now. */
    Uni<Optional<RunningCampaign>> find(OrganizationId organization, long campaign) {
        return sql.first(ONE, this::read, organization.value(), campaign);
    }

    /**
     * As it is and stays until the unit of work ends: it can be neither edited nor unpublished
     * meanwhile.
     */
    Uni<Optional<RunningCampaign>> keep(OrganizationId organization, long campaign) {
        return sql.first(ONE + " for share", this::read, organization.value(), campaign);
    }

    /**
     * The running campaigns that a segment feeds; they stay as they are until the unit of work
     * ends.
     */
    Uni<List<RunningCampaign>> fedBy(OrganizationId organization, long segment) {
        return sql.list(FED_BY, this::read, organization.value(), segment);
    }

    private RunningCampaign read(Row row) {
        return new RunningCampaign(
                row.getLong("id"),
                row.getString("name"),
                row.getString("status").equals("published"),
                row.getBoolean("reentry"),
                graphs.convertToEntityAttribute(row.getString("graph")));
    }
}
