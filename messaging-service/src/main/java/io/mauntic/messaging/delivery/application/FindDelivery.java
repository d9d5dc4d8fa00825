package io.mauntic.messaging.delivery.application;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.messaging.model.BounceReport;
import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.messaging.crm.CrmContacts;
import io.mauntic.messaging.delivery.infrastructure.DeliveryQueries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The delivery that a report speaks of, in the words that the reporter has for it. */
@ApplicationScoped
public class FindDelivery {

    private final UnitOfWork unitOfWork;
    private final DeliveryQueries deliveries;
    private final MessageIds messageIds;
    private final CrmContacts contacts;

    FindDelivery(
            UnitOfWork unitOfWork,
            DeliveryQueries deliveries,
            MessageIds messageIds,
            CrmContacts contacts) {
        this.unitOfWork = unitOfWork;
        this.deliveries = deliveries;
        this.messageIds = messageIds;
        this.contacts = contacts;
    }

    /**
     * An id that is given as such is not looked up.
     *
     * @throws NotFound (as the outcome) when there is none
     * @throws InvalidValues (as the outcome) when the report names none
     */
    public Uni<DeliveryId> named(OrganizationId organization, BounceReport report) {
        if (report.getDeliveryId() != null) {
            return Uni.createFrom().item(new DeliveryId(report.getDeliveryId()));
        }
        if (report.getMessageId() != null) {
            String messageId = report.getMessageId();
            return found(Uni.createFrom().item(messageIds.delivery(messageId)), messageId);
        }
        if (report.getDeliveryKey() != null) {
            String key = report.getDeliveryKey();
            return found(unitOfWork.in(organization, () -> deliveries.byKey(key)), key);
        }
        if (report.getAddress() != null) {
            return found(lastTo(organization, report.getAddress()), report.getAddress());
        }
        return Uni.createFrom()
                .failure(
                        new InvalidValues(
                                "messageId",
                                "Name the mail by its messageId, deliveryId, deliveryKey or address."));
    }

    private Uni<Optional<DeliveryId>> lastTo(OrganizationId organization, String address) {
        return contacts.search(organization, address)
                .map(found -> found.stream().map(Contact::getId).toList())
                .chain(ids -> unitOfWork.in(organization, () -> deliveries.lastTo(address, ids)));
    }

    private static Uni<DeliveryId> found(Uni<Optional<DeliveryId>> delivery, String name) {
        return delivery.map(found -> found.orElseThrow(() -> new NotFound("mail", name)));
    }
}
