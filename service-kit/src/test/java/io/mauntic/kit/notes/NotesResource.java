package io.mauntic.kit.notes;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.PublicRoute;
import io.mauntic.kit.security.RequiresPermission;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The smallest service that uses all of the kit: notes of an organization. */
@Path("/api/kit/notes")
public class NotesResource {

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final CurrentUser user;

    NotesResource(
            UnitOfWork unitOfWork,
            Sql sql,
            Outbox outbox,
            Idempotency idempotency,
            CurrentUser user) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.user = user;
    }

    public record NewNote(@NotBlank String text) {}

    public record Note(long id, String text) {}

    @GET
    @RequiresPermission("kit:notes:read")
    public Uni<List<Note>> notes() {
        return unitOfWork.in(
                user.organization(),
                () ->
                        sql.list(
                                "select id, text from note order by id",
                                row -> new Note(row.getLong("id"), row.getString("text"))));
    }

    @POST
    @RequiresPermission("kit:notes:write")
    public Uni<Note> write(@HeaderParam("Idempotency-Key") String key, @Valid NewNote note) {
        return idempotency.once(
                key,
                note,
                Note.class,
                () -> unitOfWork.in(user.organization(), () -> insert(note)));
    }

    @GET
    @Path("/refused")
    @PublicRoute
    public Uni<Note> refused() {
        throw new InvalidValues("text", "This note is refused.");
    }

    @GET
    @Path("/broken")
    @PublicRoute
    public Uni<Note> broken() {
        throw new IllegalStateException("secret: the moon is made of cheese");
    }

    /** Sleeps in the database, in a unit of work. */
    @GET
    @Path("/slow")
    @RequiresPermission("kit:notes:read")
    public Uni<Long> slow(@QueryParam("seconds") int seconds) {
        return unitOfWork.in(
                user.organization(),
                () ->
                        sql.first("select pg_sleep($1)", row -> 1L, (double) seconds)
                                .map(java.util.Optional::orElseThrow));
    }

    /** Changes a note as soon as nobody else does. */
    @POST
    @Path("/locked")
    @RequiresPermission("kit:notes:write")
    public Uni<Integer> locked() {
        return unitOfWork.in(
                user.organization(), () -> sql.update("update note set text = text || '!'"));
    }

    @GET
    @Path("/forgotten")
    public Uni<List<Note>> nobodySaidWhoMay() {
        return Uni.createFrom().item(List.of());
    }

    private Uni<Note> insert(NewNote note) {
        return sql.first(
                        "insert into note (organization_id, text) values ($1, $2) returning id, text",
                        row -> new Note(row.getLong("id"), row.getString("text")),
                        user.organization().value(),
                        note.text())
                .map(java.util.Optional::orElseThrow)
                .call(
                        written ->
                                outbox.publish(
                                        user.organization(),
                                        Lane.REALTIME,
                                        OutgoingEvent.of(
                                                "NoteWritten",
                                                written.id(),
                                                JsonObject.of(
                                                        "noteId",
                                                        written.id(),
                                                        "text",
                                                        written.text()))));
    }
}
