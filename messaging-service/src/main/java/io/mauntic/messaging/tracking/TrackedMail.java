package io.mauntic.messaging.tracking;

import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.OrganizationId;

/** The delivery that a public address speaks of. */
public record TrackedMail(OrganizationId organization, DeliveryId delivery) {}
