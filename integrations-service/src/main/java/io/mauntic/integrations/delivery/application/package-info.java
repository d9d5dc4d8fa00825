/** Queueing, sending and settling deliveries. */
package io.mauntic.integrations.delivery.application;
