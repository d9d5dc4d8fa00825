package io.mauntic.crm.contactimport.application;

import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Stops an import; what it has done stays. */
@ApplicationScoped
public class CancelImport {

    private final UnitOfWork unitOfWork;
    private final Imports imports;

    CancelImport(UnitOfWork unitOfWork, Imports imports) {
        this.unitOfWork = unitOfWork;
        this.imports = imports;
    }

    /**
     * @throws NotFound, or {@link ImportEnded} (as the outcome)
     */
    public Uni<Void> handle(OrganizationId organization, ImportId id) {
        return unitOfWork.in(organization, () -> imports.cancel(organization, id));
    }
}
