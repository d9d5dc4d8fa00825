package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.delivery.domain.Attempt;
import io.smallrye.mutiny.Uni;

/** The receivers outside. */
public interface Receivers {

    /**
     * Tries once to deliver; never fails, since every outcome is an attempt. Takes at most 15
     * seconds.
     */
    Uni<Attempt> deliver(Delivery delivery);
}
