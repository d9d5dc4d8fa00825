package io.mauntic.crm.company.application;

import io.mauntic.crm.company.domain.Company;
import io.mauntic.crm.company.domain.CompanyDetails;
import io.mauntic.crm.contact.application.RenameCompanyOfContacts;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.database.Versions;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.mauntic.kit.events.OutgoingEvent;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Changes what is known of a company; a new name reaches its contacts in the same transaction. */
@ApplicationScoped
public class UpdateCompany {

    private final UnitOfWork unitOfWork;
    private final Versions versions;
    private final Companies companies;
    private final RenameCompanyOfContacts contacts;
    private final Outbox outbox;
    private final Clock clock;

    UpdateCompany(
            UnitOfWork unitOfWork,
            Versions versions,
            Companies companies,
            RenameCompanyOfContacts contacts,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
        this.companies = companies;
        this.contacts = contacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param seen what the editor has seen
     * @param change gets the details as they are
     */
    public record Command(
            OrganizationId organization,
            long company,
            IfMatch seen,
            UnaryOperator<CompanyDetails> change) {}

    public Uni<Void> handle(Command command) {
        return unitOfWork.in(
                command.organization(),
                () ->
                        versions.lock("company", command.company(), command.seen())
                                .chain(() -> companies.get(command.company()))
                                .chain(company -> change(command, company)));
    }

    private Uni<Void> change(Command command, Company company) {
        CompanyDetails before = company.details();
        CompanyDetails after = command.change().apply(before).checkedSince(before);
        if (after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        var event = company.become(after, clock.instant());
        return companies
                .save(company)
                .chain(
                        () ->
                                outbox.publish(
                                        command.organization(),
                                        Lane.REALTIME,
                                        OutgoingEvent.of(event.type(), event.companyId(), event)))
                .chain(
                        () ->
                                contacts.handle(
                                        new RenameCompanyOfContacts.Command(
                                                command.organization(),
                                                before.name(),
                                                after.name())));
    }
}
