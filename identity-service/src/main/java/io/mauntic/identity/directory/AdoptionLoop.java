package io.mauntic.identity.directory;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.timers.DueLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Adopts the organization that comes with the realm, once a start and as soon as Keycloak answers.
 */
@ApplicationScoped
public class AdoptionLoop extends DueLoop {

    private static final OrganizationId OF_THE_REALM = new OrganizationId(1);

    private final AdoptOrganization adoptOrganization;
    private volatile boolean adopted;

    AdoptionLoop(AdoptOrganization adoptOrganization) {
        this.adoptOrganization = adoptOrganization;
    }

    @Override
    protected Uni<Integer> runBatch() {
        return adopted
                ? Uni.createFrom().item(0)
                : adoptOrganization
                        .handle(OF_THE_REALM)
                        .invoke(() -> adopted = true)
                        .replaceWith(1);
    }

    @Override
    protected Uni<Optional<Instant>> nextDue() {
        return Uni.createFrom().item(Optional.empty());
    }
}
