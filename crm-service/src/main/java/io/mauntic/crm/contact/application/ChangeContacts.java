package io.mauntic.crm.contact.application;

import io.mauntic.crm.contact.domain.ContactChange;
import io.mauntic.crm.contact.domain.ContactEvent;
import io.mauntic.crm.contact.domain.ContactEvent.PointsAwarded;
import io.mauntic.crm.contact.domain.ContactEvent.TagsChanged;
import io.mauntic.crm.tag.TagRegistry;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Changes tags and points of many contacts by one statement, whatever their number. */
@ApplicationScoped
public class ChangeContacts {

    // Locked in the order of ids: two batches that share contacts wait for each other instead of
    // dying of each other.
    private static final String CHANGE =
            """
            with request as (
                select * from jsonb_to_recordset($1) as r (id bigint, added text[], removed text[], delta int)
            ), before as (
                select c.id, c.tags, c.points, r.added, r.removed, r.delta from request r join contact c on c.id = r.id
                order by c.id for update of c
            ), after as (
                select id, tags as old_tags, points as old_points,
                    contact_tags(tags, added, removed) as new_tags,
                    greatest(-1000000000, least(1000000000, points::bigint + delta))::int as new_points
                from before
            )
            update contact set tags = new_tags, points = new_points, updated_at = $2, version = version + 1
            from after
            where contact.id = after.id
                and (not (old_tags @> new_tags and old_tags <@ new_tags) or old_points <> new_points)
            returning contact.id, old_tags, new_tags, old_points, new_points
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final TagRegistry tags;
    private final ContactEvents events;
    private final Clock clock;

    ChangeContacts(
            UnitOfWork unitOfWork, Sql sql, TagRegistry tags, ContactEvents events, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.tags = tags;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param changes in their order, at most 1,000; unknown contacts are left out
     */
    public record Command(OrganizationId organization, Lane lane, List<ContactChange> changes) {}

    /** The ids of those that are not as they were. */
    public Uni<List<Long>> handle(Command command) {
        Collection<ContactChange> changes = oneEach(command.changes());
        return unitOfWork.in(
                command.organization(),
                () ->
                        tags.remember(
                                        command.organization(),
                                        changes.stream()
                                                .flatMap(change -> change.addTags().stream())
                                                .toList())
                                .chain(
                                        () ->
                                                sql.list(
                                                        CHANGE,
                                                        ChangeContacts::events,
                                                        request(changes),
                                                        clock.instant().atOffset(ZoneOffset.UTC)))
                                .map(changed -> changed.stream().flatMap(List::stream).toList())
                                .call(
                                        happened ->
                                                events.publish(
                                                        command.organization(),
                                                        command.lane(),
                                                        happened,
                                                        Optional.empty()))
                                .map(
                                        happened ->
                                                happened.stream()
                                                        .map(ContactEvent::contactId)
                                                        .distinct()
                                                        .toList()));
    }

    private static Collection<ContactChange> oneEach(List<ContactChange> changes) {
        Map<Long, ContactChange> byContact = new LinkedHashMap<>();
        changes.forEach(change -> byContact.merge(change.contactId(), change, ContactChange::then));
        return byContact.values();
    }

    private static JsonArray request(Collection<ContactChange> changes) {
        JsonArray request = new JsonArray();
        changes.forEach(
                change ->
                        request.add(
                                new JsonObject()
                                        .put("id", change.contactId())
                                        .put("added", new JsonArray(List.copyOf(change.addTags())))
                                        .put(
                                                "removed",
                                                new JsonArray(List.copyOf(change.removeTags())))
                                        .put("delta", change.pointsDelta())));
        return request;
    }

    private static List<ContactEvent> events(Row row) {
        long contact = row.getLong("id");
        List<ContactEvent> happened = new ArrayList<>();
        SortedSet<String> added = difference(row, "new_tags", "old_tags");
        SortedSet<String> removed = difference(row, "old_tags", "new_tags");
        if (!added.isEmpty() || !removed.isEmpty()) {
            happened.add(new TagsChanged(contact, added, removed));
        }
        int points = row.getInteger("new_points");
        int delta = points - row.getInteger("old_points");
        if (delta != 0) {
            happened.add(new PointsAwarded(contact, delta, points));
        }
        return happened;
    }

    private static SortedSet<String> difference(Row row, String tags, String others) {
        SortedSet<String> difference = new TreeSet<>(List.of(row.getArrayOfStrings(tags)));
        difference.removeAll(List.of(row.getArrayOfStrings(others)));
        return difference;
    }
}
