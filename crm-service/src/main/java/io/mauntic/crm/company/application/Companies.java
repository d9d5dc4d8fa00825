package io.mauntic.crm.company.application;

import io.mauntic.crm.company.domain.Company;
import io.smallrye.mutiny.Uni;

/** The companies of the organization whose unit of work is open. */
public interface Companies {

    /** Fails with {@link io.mauntic.kernel.NotFound}. */
    Uni<Company> get(long id);

    /** Fails with {@link io.mauntic.crm.company.domain.CompanyNameTaken}. */
    Uni<Company> save(Company company);
}
