package io.mauntic.crm.contactimport.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.crm.contactimport.domain.Chunk;
import io.mauntic.crm.contactimport.domain.ImportFinished;
import io.mauntic.crm.contactimport.domain.ImportStatus;
import io.mauntic.crm.contactimport.domain.ImportedRow.Rejected;
import io.mauntic.crm.contactimport.infrastructure.ImportRun.Piece;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Loads a chunk and notes how far the import has come: one transaction, so that every row has its
 * effect once.
 */
@ApplicationScoped
class ImportStep {

    private static final String LOCK =
            "select status, processed from contact_import where id = $1 for update";
    private static final String REJECT =
            """
            insert into import_reject (organization_id, import_id, line, reason, cells)
            select $1, $2, line, reason, cells::jsonb from unnest($3::bigint[], $4::text[], $5::text[]) as rejected (line, reason, cells)
            on conflict do nothing
            """;
    private static final String ADVANCE =
            """
            update contact_import set status = 'running', started_at = coalesce(started_at, now()), total = $2, processed = processed + $3,
                created = created + $4, updated = updated + $5, ignored = ignored + $6, failed = failed + $7
            where id = $1
            """;
    private static final String END =
            """
            update contact_import set status = $2, problem = $3, finished_at = now(), started_at = coalesce(started_at, now()) where id = $1
            returning id, status, total, created, updated, ignored, failed
            """;
    private static final String RELEASE =
            "update import_queue set due_at = clock_timestamp(), attempts = 0 where import_id = $1";
    private static final String LEAVE_QUEUE = "delete from import_queue where import_id = $1";

    private final Sql sql;
    private final ContactLoader loader;
    private final Outbox outbox;
    private final ObjectMapper json;

    ImportStep(Sql sql, ContactLoader loader, Outbox outbox, ObjectMapper json) {
        this.sql = sql;
        this.loader = loader;
        this.outbox = outbox;
        this.json = json;
    }

    private record Place(ImportStatus status, long processed) {}

    /**
     * Answers where the import stands now. {@code CANCELLED} and, for a chunk that another replica
     * loaded, {@code QUEUED}: nothing was done.
     */
    Uni<ImportStatus> run(OrganizationId organization, ImportId id, Piece piece, long total) {
        return sql.first(
                        LOCK,
                        row ->
                                new Place(
                                        ImportStatus.of(row.getString("status")),
                                        row.getLong("processed")),
                        id.value())
                .chain(
                        found -> {
                            Place place = found.orElse(new Place(ImportStatus.CANCELLED, 0));
                            if (place.status().ended()) {
                                return sql.update(LEAVE_QUEUE, id.value())
                                        .replaceWith(place.status());
                            }
                            return place.processed() == piece.before()
                                    ? load(organization, id, piece, total)
                                    : Uni.createFrom().item(ImportStatus.QUEUED);
                        });
    }

    /** Ends an import and takes it out of the queue. */
    Uni<Void> end(OrganizationId organization, ImportId id, ImportStatus status, String problem) {
        return sql.update(LEAVE_QUEUE, id.value())
                .chain(() -> close(organization, id, status, problem));
    }

    /**
     * Ends an import that somebody may be at; it stays in the queue until they have noticed and put
     * the file away.
     */
    Uni<Void> cancel(OrganizationId organization, ImportId id) {
        return close(organization, id, ImportStatus.CANCELLED, null);
    }

    private Uni<Void> close(
            OrganizationId organization, ImportId id, ImportStatus status, String problem) {
        return sql.list(END, ImportStep::finished, id.value(), status.text(), problem)
                .map(
                        ended ->
                                ended.stream()
                                        .map(event -> OutgoingEvent.of("ImportFinished", id, event))
                                        .toList())
                .chain(events -> outbox.publish(organization, Lane.REALTIME, events));
    }

    private Uni<ImportStatus> load(
            OrganizationId organization, ImportId id, Piece piece, long total) {
        Chunk chunk = piece.chunk();
        return loader.load(organization, chunk.contacts())
                .call(() -> reject(organization, id, chunk.rejected()))
                .call(
                        created ->
                                sql.update(
                                        ADVANCE,
                                        id.value(),
                                        total,
                                        (long) chunk.rows(),
                                        (long) created,
                                        (long) chunk.ready() - created,
                                        (long) chunk.empty(),
                                        (long) chunk.rejected().size()))
                .chain(
                        () ->
                                piece.last()
                                        ? end(organization, id, ImportStatus.FINISHED, null)
                                                .replaceWith(ImportStatus.FINISHED)
                                        : sql.update(RELEASE, id.value())
                                                .replaceWith(ImportStatus.RUNNING));
    }

    private Uni<Integer> reject(OrganizationId organization, ImportId id, List<Rejected> rejected) {
        return rejected.isEmpty()
                ? Uni.createFrom().item(0)
                : sql.update(
                        REJECT,
                        organization.value(),
                        id.value(),
                        rejected.stream().map(Rejected::line).toArray(Long[]::new),
                        rejected.stream().map(Rejected::reason).toArray(String[]::new),
                        rejected.stream().map(row -> cells(row.cells())).toArray(String[]::new));
    }

    private String cells(List<String> cells) {
        try {
            return json.writeValueAsString(
                    cells.stream().map(cell -> cell.replace('\0', ' ')).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ImportFinished finished(Row row) {
        return new ImportFinished(
                row.getLong("id"),
                row.getString("status"),
                row.getLong("total"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("ignored"),
                row.getLong("failed"));
    }
}
