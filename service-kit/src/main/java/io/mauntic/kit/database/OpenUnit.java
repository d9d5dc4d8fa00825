package io.mauntic.kit.database;

import io.mauntic.kernel.OrganizationId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The unit of work that is open on the present context. */
final class OpenUnit {

    private final Optional<OrganizationId> organization;
    private final Set<Runnable> afterCommit = new LinkedHashSet<>();
    private final Map<Class<?>, Object> attached = new HashMap<>();
    private volatile Optional<Integer> backend = Optional.empty();

    OpenUnit(Optional<OrganizationId> organization) {
        this.organization = organization;
    }

    Optional<OrganizationId> organization() {
        return organization;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    <T> T attached(Class<T> kind, Supplier<T> made) {
        return kind.cast(attached.computeIfAbsent(kind, _ -> made.get()));
    }

    void on(int backend) {
        this.backend = Optional.of(backend);
    }

    /** The database's process that works for it; empty before and after. */
    Optional<Integer> backend() {
        return backend;
    }

    void ended() {
        backend = Optional.empty();
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return organization.map(id -> "organization " + id).orElse("all organizations");
    }
}
