package io.mauntic.crm.contactimport.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.crm.contactimport.domain.Column;
import io.mauntic.crm.contactimport.domain.ColumnMapping;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Takes a file in: looks whether it can be read, keeps it, and queues its import. */
@ApplicationScoped
public class CreateImport {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

    private final UnitOfWork unitOfWork;
    private final Imports imports;
    private final IncomingFiles files;
    private final ObjectMapper json;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    CreateImport(UnitOfWork unitOfWork, Imports imports, IncomingFiles files, ObjectMapper json) {
        this.unitOfWork = unitOfWork;
        this.imports = imports;
        this.files = files;
        this.json = json;
    }

    /**
     * What a person uploaded.
     *
     * @param mapping JSON object from header to field, or null: then the headers are guessed
     */
    public record Command(
            OrganizationId organization, Path file, String fileName, String mapping) {}

    /**
     * @throws NoCsv, FileTooLarge or InvalidValues (as the outcome)
     */
    public Uni<ImportId> handle(Command command) {
        return Uni.createFrom()
                .item(() -> store(command))
                .runSubscriptionOn(workers)
                .chain(created -> queue(command.organization(), created));
    }

    private Uni<ImportId> queue(OrganizationId organization, Imports.NewImport created) {
        return unitOfWork
                .in(organization, () -> imports.add(organization, created))
                .onFailure()
                .call(() -> remove(created.fileKey()));
    }

    private Uni<Void> remove(UUID key) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> files.remove(key))
                .runSubscriptionOn(workers);
    }

    private Imports.NewImport store(Command command) {
        CsvHead head = files.look(command.file());
        ColumnMapping mapping = new ColumnMapping(columns(head.headers(), command.mapping()));
        UUID key = files.keep(command.file());
        return new Imports.NewImport(
                key, IncomingFiles.displayed(command.fileName()), head.separator(), mapping);
    }

    private List<Column> columns(List<String> headers, String mapping) {
        if (mapping == null || mapping.isBlank()) {
            return ColumnMapping.guess(headers);
        }
        try {
            return ColumnMapping.chosen(headers, json.readValue(mapping, MAPPING));
        } catch (JsonProcessingException unreadable) {
            throw new InvalidValues(
                    "mapping",
                    "The mapping is a JSON object such as {\"E-mail\": \"email\", \"Town\": \"city\"}.");
        }
    }
}
