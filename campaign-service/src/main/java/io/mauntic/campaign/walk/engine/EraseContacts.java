package io.mauntic.campaign.walk.engine;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.erasure.ContactErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Forgets contacts that are no more, inside a unit of work. */
@ApplicationScoped
public class EraseContacts implements ContactErasure {

    // In the order in which a step that is run locks them.
    private static final List<String> TABLES =
            List.of("pending_step", "campaign_member", "campaign_log");
    // The walks of the contact that stays win: one campaign leads a person once.
    private static final String MOVE =
            """
            update %1$s t set contact_id = $2 where organization_id = $1 and contact_id = $3
                and not exists (select from campaign_member m where m.organization_id = $1 and m.campaign_id = t.campaign_id and m.contact_id = $2)
            """;
    private static final String ERASE =
            "delete from %s where organization_id = $1 and contact_id = any($2)";

    private final Sql sql;
    private final Memberships memberships;

    EraseContacts(Sql sql, Memberships memberships) {
        this.sql = sql;
        this.memberships = memberships;
    }

    @Override
    public Uni<Void> erase(OrganizationId organization, List<Long> contacts) {
        Uni<Integer> erased = Uni.createFrom().item(0);
        for (String table : TABLES) {
            erased =
                    erased.chain(
                            () ->
                                    sql.update(
                                            ERASE.formatted(table),
                                            organization.value(),
                                            contacts.toArray(Long[]::new)));
        }
        return erased.chain(() -> memberships.gone(organization, contacts));
    }

    /** Two contacts turned out to be one person. */
    public Uni<Void> merge(OrganizationId organization, long stays, long goes) {
        return sql.update(MOVE.formatted("pending_step"), organization.value(), stays, goes)
                .chain(
                        () ->
                                sql.update(
                                        MOVE.formatted("campaign_log"),
                                        organization.value(),
                                        stays,
                                        goes))
                .chain(
                        () ->
                                sql.update(
                                        MOVE.formatted("campaign_member"),
                                        organization.value(),
                                        stays,
                                        goes))
                .chain(() -> erase(organization, List.of(goes)));
    }
}
