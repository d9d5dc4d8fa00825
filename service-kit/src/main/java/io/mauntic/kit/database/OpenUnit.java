package io.mauntic.kit.database;

import io.mauntic.kernel.OrganizationId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The unit of work that is open on the present context. */
final class OpenUnit {

    private final Optional<OrganizationId> organization;
    private final Set<Runnable> afterCommit = new LinkedHashSet<>();

    OpenUnit(Optional<OrganizationId> organization) {
        this.organization = organization;
    }

    Optional<OrganizationId> organization() {
        return organization;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return organization.map(id -> "organization " + id).orElse("all organizations");
    }
}
