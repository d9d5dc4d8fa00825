/** Where deliveries are kept. */
package io.mauntic.messaging.delivery.infrastructure;
