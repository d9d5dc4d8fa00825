package io.mauntic.crm.tag;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Every tag ever given, so that people can choose one without a look at a million contacts. */
@ApplicationScoped
public class TagRegistry {

    private final Sql sql;

    TagRegistry(Sql sql) {
        this.sql = sql;
    }

    /** Inside a unit of work of the organization; known names change nothing. */
    public Uni<Void> remember(OrganizationId organization, Collection<String> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.update(
                        """
                        insert into tag (organization_id, name)
                        select $1, name from unnest($2::text[]) as given (name)
                        where not exists (select from tag where tag.name = given.name)
                        order by name
                        on conflict do nothing
                        """,
                        organization.value(),
                        names.stream().distinct().toArray(String[]::new))
                .replaceWithVoid();
    }
}
