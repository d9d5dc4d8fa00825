package io.mauntic.crm.company.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What happened to a company, {@code CompanyCreated} or {@code CompanyUpdated}: their data are the
 * same.
 */
public record CompanyEvent(@JsonIgnore String type, long companyId, String name) {}
