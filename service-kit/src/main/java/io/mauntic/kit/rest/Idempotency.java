package io.mauntic.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.timers.Timers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request with an {@code Idempotency-Key} takes effect once: its answer is stored in the
 * transaction of its effect and replayed to every copy. A copy that arrives meanwhile waits for the
 * first. What fails stores nothing.
 */
@ApplicationScoped
public class Idempotency {

    private static final String CLAIM =
            "insert into idempotency_key (organization_id, key, fingerprint) values ($1, $2, $3) on conflict do nothing";
    private static final String FIND =
            "select fingerprint, answer::text as answer from idempotency_key where organization_id = $1 and key = $2";
    private static final String STORE =
            "update idempotency_key set answer = $3::text::jsonb where organization_id = $1 and key = $2";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final ObjectMapper json;
    private final CurrentUser user;
    private final Timers timers;
    private final Clock clock;

    Idempotency(
            UnitOfWork unitOfWork,
            Sql sql,
            ObjectMapper json,
            CurrentUser user,
            Timers timers,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.json = json;
        this.user = user;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * Runs work that creates something, at most once a key and organization.
     *
     * @param key what the caller sent, or null: then the work simply runs
     * @param request the body, to tell a copy from another request
     * @param answer the type of the work's outcome
     * @return fails with {@link IdempotencyKeyReused} when the key came with another request before
     */
    public <T> Uni<T> once(String key, Object request, Class<T> answer, Supplier<Uni<T>> work) {
        OrganizationId organization = user.organization();
        if (key == null || key.isBlank()) {
            return work.get();
        }
        String fingerprint = fingerprint(answer, request);
        return unitOfWork.in(
                organization,
                () ->
                        sql.update(CLAIM, organization.value(), key, fingerprint)
                                .chain(
                                        claimed ->
                                                claimed == 1
                                                        ? first(organization, key, work)
                                                        : again(
                                                                organization,
                                                                key,
                                                                fingerprint,
                                                                answer)));
    }

    private <T> Uni<T> first(OrganizationId organization, String key, Supplier<Uni<T>> work) {
        return work.get()
                .call(outcome -> sql.update(STORE, organization.value(), key, write(outcome)))
                .call(
                        () ->
                                timers.at(
                                        organization,
                                        IdempotencyKeys.KIND,
                                        key,
                                        clock.instant().plus(IdempotencyKeys.KEPT),
                                        new JsonObject()));
    }

    private <T> Uni<T> again(
            OrganizationId organization, String key, String fingerprint, Class<T> answer) {
        return sql.first(
                        FIND,
                        row ->
                                Optional.of(row)
                                        .filter(
                                                r ->
                                                        fingerprint.equals(
                                                                r.getString("fingerprint"))),
                        organization.value(),
                        key)
                .map(
                        found ->
                                found.flatMap(row -> row)
                                        .map(row -> read(row.getString("answer"), answer))
                                        .orElseThrow(IdempotencyKeyReused::new));
    }

    private String fingerprint(Class<?> answer, Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(
                            digest.digest(
                                    (answer.getName() + write(request))
                                            .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
