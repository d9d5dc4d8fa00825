package io.mauntic.kit.database;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Supplier<Uni<Void>>> beforeCommit = new ArrayDeque<>();
    private Supplier<Uni<Void>> beforeAppending = () -> Uni.createFrom().voidItem();
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

    void beforeCommit(Supplier<Uni<Void>> last) {
        beforeCommit.add(last);
    }

    /** What was put off, in its order; it may put off more. */
    Uni<Void> finish() {
        Supplier<Uni<Void>> next = beforeCommit.poll();
        return next == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().deferred(next::get).chain(this::finish);
    }

    void beforeAppending(Supplier<Uni<Void>> written) {
        beforeAppending = written;
    }

    /** Writes what was told before, so that a statement that tells more comes after it. */
    Uni<Void> appending() {
        return Uni.createFrom().deferred(beforeAppending::get);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return organization.map(id -> "organization " + id).orElse("all organizations");
    }
}
