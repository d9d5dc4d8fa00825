package io.mauntic.crm.company.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;

/** Makes a company of every name that contacts give for the first time. */
@ApplicationScoped
public class CompanyRegistry {

    // In the order of names: two transactions that bring the same new names wait for each other
    // instead of dying of each other.
    private static final String REMEMBER =
            """
            with given as (
                select distinct on (lower(name collate pg_c_utf8)) name, lower(name collate pg_c_utf8) collate "C" as name_key from unnest($2::text[]) as names (name)
                order by lower(name collate pg_c_utf8)
            ), created as (
                insert into company (organization_id, name, created_at, updated_at)
                select $1, name, $3::text::timestamptz, $3::text::timestamptz from given
                where not exists (select from company where company.name_key = given.name_key)
                order by name_key
                on conflict (organization_id, name_key) do nothing
                returning id, name
            )
            select append_events($1, $4, null, $5, array_agg(
                outgoing_event('CompanyCreated', id::text, jsonb_build_object('companyId', id, 'name', name)::text) order by id))
            from created
            """;

    private final Sql sql;
    private final Outbox outbox;
    private final Clock clock;

    CompanyRegistry(Sql sql, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Inside a unit of work of the organization; known names, in any case, change nothing. */
    public Uni<Void> remember(OrganizationId organization, Collection<String> names, Lane lane) {
        if (names.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        outbox.wake(lane);
        return sql.update(
                        REMEMBER,
                        organization.value(),
                        names.toArray(String[]::new),
                        clock.instant().toString(),
                        lane.text(),
                        outbox.causes())
                .replaceWithVoid();
    }
}
