/** Deliveries in PostgreSQL and on the wire. */
package io.mauntic.integrations.delivery.infrastructure;
