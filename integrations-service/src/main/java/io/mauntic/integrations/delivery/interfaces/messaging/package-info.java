/** What the other contexts tell. */
package io.mauntic.integrations.delivery.interfaces.messaging;
