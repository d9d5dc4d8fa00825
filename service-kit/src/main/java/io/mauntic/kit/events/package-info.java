/**
 * Domain events: the outbox and its relay on the way out, the inbox and its handlers on the way in.
 */
package io.mauntic.kit.events;
