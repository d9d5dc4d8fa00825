package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.delivery.application.Deliveries.Claim;
import io.smallrye.mutiny.Uni;

/** What becomes of a delivery that this platform itself fails at, whatever its receiver says. */
public interface GivenUp {

    /** It could not be made ready: it comes again, and in the end is set aside. */
    Uni<Void> failed(Claim claim, Throwable failure);

    /** It was sent, and what came of it cannot be written down: set aside, not sent again. */
    Uni<Void> unwritten(Delivery delivery, Throwable failure);
}
