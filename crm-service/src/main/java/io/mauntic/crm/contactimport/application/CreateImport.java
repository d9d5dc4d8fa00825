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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    private final ImportFiles files;
    private final CsvFormat format;
    private final ImportConfig config;
    private final ObjectMapper json;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    CreateImport(
            UnitOfWork unitOfWork,
            Imports imports,
            ImportFiles files,
            CsvFormat format,
            ImportConfig config,
            ObjectMapper json) {
        this.unitOfWork = unitOfWork;
        this.imports = imports;
        this.files = files;
        this.format = format;
        this.config = config;
        this.json = json;
    }

    /**
     * What a person uploaded.
     *
     * @param mapping JSON object from header to field, or null: then the headers are guessed
     */
    public record Command(
            OrganizationId organization, Path file, String fileName, String mapping) {}

    private record Stored(UUID key, CsvHead head, ColumnMapping mapping) {}

    /**
     * @throws NoCsv, FileTooLarge or InvalidValues (as the outcome)
     */
    public Uni<ImportId> handle(Command command) {
        return Uni.createFrom()
                .item(() -> store(command))
                .runSubscriptionOn(workers)
                .chain(stored -> queue(command, stored));
    }

    private Uni<ImportId> queue(Command command, Stored stored) {
        return unitOfWork
                .in(
                        command.organization(),
                        () ->
                                imports.add(
                                        command.organization(),
                                        new Imports.NewImport(
                                                stored.key(),
                                                displayed(command.fileName()),
                                                stored.head().separator(),
                                                stored.mapping())))
                .onFailure()
                .call(() -> remove(stored.key()));
    }

    private Uni<Void> remove(UUID key) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> files.remove(key))
                .runSubscriptionOn(workers);
    }

    private Stored store(Command command) {
        if (size(command.file()) > config.mostBytes()) {
            throw new FileTooLarge(config.mostBytes());
        }
        CsvHead head = format.look(command.file());
        ColumnMapping mapping = new ColumnMapping(columns(head.headers(), command.mapping()));
        UUID key = UUID.randomUUID();
        files.store(key, command.file());
        return new Stored(key, head, mapping);
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

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String displayed(String fileName) {
        String name =
                fileName == null
                        ? ""
                        : fileName.substring(
                                Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'))
                                        + 1);
        String shown = name.replaceAll("\\p{Cntrl}", "").strip();
        return shown.isEmpty() ? "contacts.csv" : shown.substring(0, Math.min(shown.length(), 200));
    }
}
