package io.mauntic.crm.contactimport.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Keeps an uploaded file until a person has said what its columns mean. */
@ApplicationScoped
public class DraftImport {

    private final UnitOfWork unitOfWork;
    private final ImportDrafts drafts;
    private final IncomingFiles files;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    DraftImport(UnitOfWork unitOfWork, ImportDrafts drafts, IncomingFiles files) {
        this.unitOfWork = unitOfWork;
        this.drafts = drafts;
        this.files = files;
    }

    private record Kept(UUID key, CsvHead head) {}

    /**
     * Answers the draft's id.
     *
     * @throws NoCsv or FileTooLarge (as the outcome)
     */
    public Uni<Long> handle(OrganizationId organization, Path file, String fileName) {
        return Uni.createFrom()
                .item(() -> keep(file))
                .runSubscriptionOn(workers)
                .chain(kept -> add(organization, kept, fileName))
                .call(() -> removeStale(organization));
    }

    private Kept keep(Path file) {
        CsvHead head = files.look(file);
        return new Kept(files.keep(file), head);
    }

    private Uni<Long> add(OrganizationId organization, Kept kept, String fileName) {
        return unitOfWork.in(
                organization,
                () ->
                        drafts.add(
                                organization,
                                kept.key(),
                                IncomingFiles.displayed(fileName),
                                kept.head()));
    }

    private Uni<Void> removeStale(OrganizationId organization) {
        return unitOfWork
                .in(organization, drafts::removeStale)
                .chain(
                        keys ->
                                Uni.createFrom()
                                        .item(keys)
                                        .invoke(this::removeAll)
                                        .runSubscriptionOn(workers))
                .replaceWithVoid();
    }

    private void removeAll(List<UUID> keys) {
        keys.forEach(files::remove);
    }
}
