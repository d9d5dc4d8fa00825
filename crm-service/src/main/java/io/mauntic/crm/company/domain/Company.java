package io.mauntic.crm.company.domain;

import io.mauntic.kernel.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A company that contacts work for. Contacts name it; a name is one company, in whatever case it is
 * written.
 */
@Entity
@Table(name = "company")
public class Company {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_seq")
    @SequenceGenerator(name = "company_seq", sequenceName = "company_seq", allocationSize = 50)
    private Long id;

    @Column(name = "organization_id", updatable = false)
    private long organization;

    private String name;
    private String website;
    private String phone;
    private String industry;
    private String country;
    private String city;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version private long version;

    protected Company() {}

    public Company(OrganizationId organization, CompanyDetails details, Instant now) {
        this.organization = organization.value();
        this.createdAt = now;
        take(details, now);
    }

    public CompanyEvent created() {
        return new CompanyEvent("CompanyCreated", id, name);
    }

    public CompanyEvent become(CompanyDetails details, Instant now) {
        take(details, now);
        return new CompanyEvent("CompanyUpdated", id, name);
    }

    public CompanyDetails details() {
        return new CompanyDetails(name, website, phone, industry, country, city);
    }

    public long id() {
        return id;
    }

    private void take(CompanyDetails details, Instant now) {
        name = details.name();
        website = details.website();
        phone = details.phone();
        industry = details.industry();
        country = details.country();
        city = details.city();
        updatedAt = now;
    }
}
