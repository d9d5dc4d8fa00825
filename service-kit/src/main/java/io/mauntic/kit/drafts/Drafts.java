package io.mauntic.kit.drafts;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.UrlEncodedBody;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The drafts of whoever asks. A builder keeps every change here, so that nothing is lost, and the
 * thing itself, which may be at work, changes only when the person saves.
 */
@RequestScoped
public class Drafts {

    private static final String FIND =
            "select revision, base, form, saved_at from draft where person = $1 and thing = $2";
    private static final String KEEP =
            """
            insert into draft (organization_id, person, thing, revision, base, form) values ($1, $2, $3, 1, $4, $5)
            on conflict (organization_id, person, thing) do update
                set revision = draft.revision + 1, base = excluded.base, form = excluded.form, saved_at = now()
                where draft.revision = $6
            returning revision
            """;
    private static final String DROP = "delete from draft where person = $1 and thing = $2";
    private static final String FORGET =
            "delete from draft where saved_at < now() - interval '90 days'";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final CurrentUser user;

    Drafts(UnitOfWork unitOfWork, Sql sql, CurrentUser user) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.user = user;
    }

    /**
     * @param thing what it is a draft of, such as {@code segment/42} or {@code segment/new}
     */
    public Uni<Optional<Draft>> find(String thing) {
        String person = user.userId();
        return unitOfWork.in(
                user.organization(),
                () ->
                        sql.first(
                                FIND,
                                row ->
                                        new Draft(
                                                row.getLong("revision"),
                                                row.getString("base"),
                                                row.getString("form"),
                                                row.getOffsetDateTime("saved_at")),
                                person,
                                thing));
    }

    /**
     * Keeps a form.
     *
     * @param form url-encoded, with {@link Draft#BASE_FIELD} and {@link Draft#REVISION_FIELD}
     * @param problems told again in the answer
     */
    public Uni<DraftAnswer> keep(String thing, String form, List<Violation> problems) {
        OrganizationId organization = user.organization();
        String person = user.userId();
        Map<String, List<String>> values = UrlEncodedBody.parse(form);
        long revision = revision(values);
        return unitOfWork.in(
                organization,
                () ->
                        sql.update(FORGET)
                                .chain(
                                        () ->
                                                sql.first(
                                                        KEEP,
                                                        row -> row.getLong("revision"),
                                                        organization.value(),
                                                        person,
                                                        thing,
                                                        base(values),
                                                        form,
                                                        revision))
                                .map(
                                        kept ->
                                                new DraftAnswer(
                                                        kept.isPresent(),
                                                        kept.orElse(revision),
                                                        problems)));
    }

    /** Forgets it: it was saved, or is not wanted. */
    public Uni<Void> drop(String thing) {
        String person = user.userId();
        return unitOfWork.in(
                user.organization(), () -> sql.update(DROP, person, thing).replaceWithVoid());
    }

    /** Where the edit in a posted form began; empty when it does not say. */
    public static String base(Map<String, List<String>> form) {
        return form.getOrDefault(Draft.BASE_FIELD, List.of("")).getFirst();
    }

    /** Which draft a posted form continues; 0 when there was none. */
    public static long revision(Map<String, List<String>> form) {
        String revision = form.getOrDefault(Draft.REVISION_FIELD, List.of("")).getFirst();
        return revision.matches("\\d{1,18}") ? Long.parseLong(revision) : 0;
    }
}
