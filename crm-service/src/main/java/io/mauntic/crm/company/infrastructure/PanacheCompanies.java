package io.mauntic.crm.company.infrastructure;

import io.mauntic.crm.company.application.Companies;
import io.mauntic.crm.company.domain.Company;
import io.mauntic.crm.company.domain.CompanyNameTaken;
import io.mauntic.kernel.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class PanacheCompanies implements Companies, PanacheRepository<Company> {

    @Override
    public Uni<Company> get(long id) {
        return findById(id).onItem().ifNull().failWith(() -> new NotFound("company", id));
    }

    @Override
    public Uni<Company> save(Company company) {
        return persistAndFlush(company)
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> new CompanyNameTaken(company.details().name()));
    }
}
