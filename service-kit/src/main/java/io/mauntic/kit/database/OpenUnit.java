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

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return organization.map(id -> "organization " + id).orElse("all organizations");
    }
}
