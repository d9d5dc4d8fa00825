package io.mauntic.crm.contactimport.interfaces.rest;

import io.mauntic.contracts.crm.api.ImportsApi;
import io.mauntic.contracts.crm.model.ContactImport;
import io.mauntic.contracts.crm.model.ContactImportPage;
import io.mauntic.crm.contactimport.application.CancelImport;
import io.mauntic.crm.contactimport.application.CreateImport;
import io.mauntic.crm.contactimport.application.NoCsv;
import io.mauntic.crm.contactimport.infrastructure.ImportQueries;
import io.mauntic.kernel.ImportId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.multipart.FileUpload;

class ImportsResource implements ImportsApi {

    private final CurrentUser user;
    private final CreateImport create;
    private final CancelImport cancel;
    private final ImportQueries imports;

    ImportsResource(
            CurrentUser user, CreateImport create, CancelImport cancel, ImportQueries imports) {
        this.user = user;
        this.create = create;
        this.cancel = cancel;
        this.imports = imports;
    }

    @Override
    public Uni<ContactImportPage> listImports(Integer page, Integer limit, String cursor) {
        return imports.list(user.organization(), page, limit, cursor);
    }

    @Override
    public Uni<ContactImport> createImport(FileUpload file, String mapping) {
        if (file == null) {
            throw new NoCsv("Send the CSV as the part “file”.");
        }
        OrganizationId organization = user.organization();
        return create.handle(
                        new CreateImport.Command(
                                organization, file.uploadedFile(), file.fileName(), mapping))
                .chain(id -> imports.get(organization, id));
    }

    @Override
    public Uni<ContactImport> getImport(Long id) {
        return imports.get(user.organization(), id(id));
    }

    @Override
    public Uni<ContactImport> cancelImport(Long id) {
        return cancel.handle(user.organization(), id(id))
                .chain(() -> imports.get(user.organization(), id(id)));
    }

    static ImportId id(long id) {
        if (id <= 0) {
            throw new NotFound("import", id);
        }
        return new ImportId(id);
    }
}
