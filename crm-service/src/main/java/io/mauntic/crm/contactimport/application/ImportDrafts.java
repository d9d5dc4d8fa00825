package io.mauntic.crm.contactimport.application;

import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The drafts of an organization; inside its unit of work. */
public interface ImportDrafts {

    /** Answers the draft's id. */
    Uni<Long> add(OrganizationId organization, UUID fileKey, String fileName, CsvHead head);

    /**
     * @throws NotFound (as the outcome)
     */
    Uni<ImportDraft> get(long id);

    /** Takes a draft away; its file stays. */
    Uni<Void> remove(long id);

    /** Takes those away that nobody came back to for a day, and answers the keys of their files. */
    Uni<List<UUID>> removeStale();
}
