package io.mauntic.messaging.delivery.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Transience;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.setaside.Attempts;
import io.mauntic.kit.setaside.Failures;
import io.mauntic.kit.setaside.Halving;
import io.mauntic.messaging.delivery.infrastructure.ClaimedDelivery;
import io.mauntic.messaging.delivery.infrastructure.DueDeliveries;
import io.mauntic.messaging.delivery.infrastructure.FailedDeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends the claimed deliveries of one organization, and never fails: a batch that does is halved
 * until the delivery at fault stands alone, and for what passes by itself that organization waits.
 */
@ApplicationScoped
class CarefulBatch {

    private static final Logger LOG = Logger.getLogger(CarefulBatch.class);

    private final DeliverBatch batches;
    private final DueDeliveries due;
    private final FailedDeliveries failedDeliveries;

    CarefulBatch(DeliverBatch batches, DueDeliveries due, FailedDeliveries failedDeliveries) {
        this.batches = batches;
        this.due = due;
        this.failedDeliveries = failedDeliveries;
    }

    Uni<Void> handle(OrganizationId organization, Lane lane, List<ClaimedDelivery> claimed) {
        return batches.handle(organization, lane, claimed)
                .onFailure(failure -> !Transience.isTransient(failure))
                .recoverWithUni(failure -> halve(organization, lane, claimed, failure))
                .onFailure()
                .recoverWithUni(failure -> rest(organization, claimed, failure))
                .onFailure()
                .recoverWithItem(
                        failure -> {
                            LOG.warn("Deliveries wait until their lease ends", failure);
                            return null;
                        });
    }

    private Uni<Void> halve(
            OrganizationId organization,
            Lane lane,
            List<ClaimedDelivery> claimed,
            Throwable failure) {
        LOG.warnf(
                failure,
                "A batch of organization %s failed; each half is tried alone",
                organization);
        return Halving.of(
                claimed,
                // What was handed over before the failure is settled, not sent again.
                some -> due.mine(ids(some)).chain(mine -> batches.handle(organization, lane, mine)),
                (delivery, alone) -> failedDeliveries.failed(lane, delivery, alone));
    }

    private Uni<Void> rest(
            OrganizationId organization, List<ClaimedDelivery> claimed, Throwable failure) {
        LOG.warnf("The mails of organization %s wait: %s", organization, Failures.inWords(failure));
        return due.release(ids(claimed), Attempts.STANDARD.passing()).replaceWithVoid();
    }

    private static List<Long> ids(List<ClaimedDelivery> deliveries) {
        return deliveries.stream().map(ClaimedDelivery::id).toList();
    }
}
