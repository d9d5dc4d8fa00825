package io.mauntic.crm.contactimport.application;

import io.mauntic.crm.contactimport.domain.ColumnMapping;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The imports of an organization; inside its unit of work. */
public interface Imports {

    /** A file that was taken in. */
    record NewImport(UUID fileKey, String fileName, char separator, ColumnMapping mapping) {}

    /** Adds an import and queues it. */
    Uni<ImportId> add(OrganizationId organization, NewImport created);

    /**
     * Ends an import where it stands.
     *
     * @throws NotFound (as the outcome), or ImportEnded when there is nothing left to cancel
     */
    Uni<Void> cancel(OrganizationId organization, ImportId id);
}
