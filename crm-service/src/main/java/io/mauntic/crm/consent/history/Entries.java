package io.mauntic.crm.consent.history;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Adds to the history of what contacts agreed to, inside the unit of work that is open. */
@ApplicationScoped
class Entries {

    private static final int MOST_TOPICS = 100;

    // Locked, so that the contact is not erased and nobody adds a topic meanwhile.
    private static final String LOCK = "select id from contact where id = $1 for no key update";
    private static final String OTHER_TOPICS =
            "select count(distinct topic) from consent where contact_id = $1 and channel = $2 and topic not in ('', $3)";
    private static final String ADD =
            """
            insert into consent (organization_id, contact_id, state, channel, topic, at, source, reference, shown, recorded_by, recorder, recorded_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            returning\s"""
                    + Entry.COLUMNS;

    private final Sql sql;
    private final Clock clock;

    Entries(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @return fails with {@link NotFound} without the contact, with {@link InvalidValues} when it
     *     would have too many topics
     */
    Uni<Entry> add(
            OrganizationId organization, ContactId contact, Statement statement, Recorder by) {
        return sql.first(LOCK, row -> row.getLong("id"), contact.value())
                .invoke(
                        found -> {
                            if (found.isEmpty()) {
                                throw new NotFound("contact", contact);
                            }
                        })
                .chain(
                        () ->
                                sql.number(
                                        OTHER_TOPICS,
                                        contact.value(),
                                        statement.channel().text(),
                                        statement.topic().text()))
                .invoke(topics -> refuseTooMany(topics, statement))
                .chain(() -> insert(organization, contact, statement, by));
    }

    private Uni<Entry> insert(
            OrganizationId organization, ContactId contact, Statement statement, Recorder by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.list(
                        ADD,
                        Entry::of,
                        organization.value(),
                        contact.value(),
                        statement.state().text(),
                        statement.channel().text(),
                        statement.topic().text(),
                        statement.at().atOffset(ZoneOffset.UTC),
                        statement.source().text(),
                        statement.reference(),
                        statement.shown(),
                        by.id(),
                        by.name(),
                        now.atOffset(ZoneOffset.UTC))
                .map(added -> added.getFirst());
    }

    private static void refuseTooMany(long others, Statement statement) {
        if (others >= MOST_TOPICS && !statement.topic().isEverything()) {
            throw new InvalidValues("topic", "A contact has at most 100 topics a channel.");
        }
    }
}
