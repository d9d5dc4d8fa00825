package io.mauntic.crm.company.application;

import io.mauntic.crm.company.domain.Company;
import io.mauntic.crm.company.domain.CompanyDetails;
import io.mauntic.crm.company.domain.CompanyEvent;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes a company by hand. */
@ApplicationScoped
public class CreateCompany {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Outbox outbox;
    private final Clock clock;

    CreateCompany(UnitOfWork unitOfWork, Companies companies, Outbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.outbox = outbox;
        this.clock = clock;
    }

    public record Command(OrganizationId organization, CompanyDetails details) {}

    /** The company's id. */
    public Uni<Long> handle(Command command) {
        return unitOfWork.in(
                command.organization(),
                () ->
                        companies
                                .save(
                                        new Company(
                                                command.organization(),
                                                command.details().checked(),
                                                clock.instant()))
                                .call(company -> tell(command.organization(), company.created()))
                                .map(Company::id));
    }

    private Uni<Void> tell(OrganizationId organization, CompanyEvent event) {
        return outbox.publish(
                organization,
                Lane.REALTIME,
                OutgoingEvent.of(event.type(), event.companyId(), event));
    }
}
