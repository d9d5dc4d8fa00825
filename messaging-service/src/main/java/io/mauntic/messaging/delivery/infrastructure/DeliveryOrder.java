package io.mauntic.messaging.delivery.infrastructure;

/** What is to be sent to whom. */
public record DeliveryOrder(long id, long contactId, long emailId) {}
