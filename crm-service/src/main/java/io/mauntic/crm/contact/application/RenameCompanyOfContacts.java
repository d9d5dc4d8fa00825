package io.mauntic.crm.contact.application;

import io.mauntic.crm.contact.domain.ContactEvent;
import io.mauntic.crm.contact.domain.ContactEvent.ContactUpdated;
import io.mauntic.crm.contact.domain.ContactSource;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the contacts of a company its new name, a thousand a statement, in the unit of work that
 * renamed it.
 */
@ApplicationScoped
public class RenameCompanyOfContacts {

    private static final int BATCH = 1_000;

    private static final String RENAME =
            """
            update contact set company = $2, updated_at = $3, version = version + 1
            where id in (
                select id from contact
                where company_key = lower($1 collate pg_c_utf8) collate "C" and company <> $2 order by id limit $4 for update)
            returning id
            """;

    private final Sql sql;
    private final ContactEvents events;
    private final Clock clock;

    RenameCompanyOfContacts(Sql sql, ContactEvents events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    public record Command(OrganizationId organization, String before, String after) {}

    public Uni<Void> handle(Command command) {
        return sql.list(
                        RENAME,
                        row -> row.getLong("id"),
                        command.before(),
                        command.after(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        BATCH)
                .call(renamed -> tell(command, renamed))
                .chain(
                        renamed ->
                                renamed.size() < BATCH
                                        ? Uni.createFrom().voidItem()
                                        : handle(command));
    }

    private Uni<Void> tell(Command command, List<Long> renamed) {
        List<ContactEvent> happened =
                renamed.stream()
                        .<ContactEvent>map(
                                id ->
                                        new ContactUpdated(
                                                id,
                                                Map.of("company", command.after()),
                                                ContactSource.API.text()))
                        .toList();
        Lane lane = renamed.size() < BATCH ? Lane.REALTIME : Lane.BULK;
        return events.publish(command.organization(), lane, happened, Optional.empty());
    }
}
