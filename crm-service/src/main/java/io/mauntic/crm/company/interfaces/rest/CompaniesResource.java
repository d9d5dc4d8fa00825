package io.mauntic.crm.company.interfaces.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mauntic.contracts.crm.api.CompaniesApi;
import io.mauntic.contracts.crm.model.Company;
import io.mauntic.contracts.crm.model.CompanyPage;
import io.mauntic.contracts.crm.model.NewCompany;
import io.mauntic.crm.company.application.CreateCompany;
import io.mauntic.crm.company.application.UpdateCompany;
import io.mauntic.crm.company.domain.CompanyDetails;
import io.mauntic.crm.company.infrastructure.CompanyQueries;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;

class CompaniesResource implements CompaniesApi {

    private final CreateCompany createCompany;
    private final UpdateCompany updateCompany;
    private final CompanyQueries queries;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final CurrentUser user;

    CompaniesResource(
            CreateCompany createCompany,
            UpdateCompany updateCompany,
            CompanyQueries queries,
            Idempotency idempotency,
            MergePatch mergePatch,
            CurrentUser user) {
        this.createCompany = createCompany;
        this.updateCompany = updateCompany;
        this.queries = queries;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.user = user;
    }

    @Override
    public Uni<CompanyPage> listCompanies(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir) {
        return queries.page(
                user.organization(),
                new CompanyQueries.Wanted(page, limit, cursor, search, orderBy, orderDir));
    }

    @Override
    public Uni<Company> createCompany(NewCompany company, String idempotencyKey) {
        OrganizationId organization = user.organization();
        CreateCompany.Command command = new CreateCompany.Command(organization, details(company));
        return idempotency.once(
                idempotencyKey,
                company,
                Company.class,
                () -> createCompany.handle(command).chain(id -> queries.get(organization, id)));
    }

    @Override
    public Uni<Company> getCompany(Long id) {
        return queries.get(user.organization(), id);
    }

    @Override
    public Uni<Company> updateCompany(Long id, Object patch, String ifMatch) {
        OrganizationId organization = user.organization();
        UpdateCompany.Command command =
                new UpdateCompany.Command(
                        organization, id, IfMatch.of(ifMatch), details -> patched(details, patch));
        return updateCompany.handle(command).chain(() -> queries.get(organization, id));
    }

    private CompanyDetails patched(CompanyDetails details, Object patch) {
        try {
            return details(mergePatch.apply(contract(details), patch, NewCompany.class));
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        }
    }

    private static CompanyDetails details(NewCompany company) {
        return new CompanyDetails(
                company.getName(),
                company.getWebsite(),
                company.getPhone(),
                company.getIndustry(),
                company.getCountry(),
                company.getCity());
    }

    private static NewCompany contract(CompanyDetails details) {
        return new NewCompany()
                .name(details.name())
                .website(details.website())
                .phone(details.phone())
                .industry(details.industry())
                .country(details.country())
                .city(details.city());
    }
}
