/** How a requested mail becomes a sent one, once. */
package io.mauntic.messaging.delivery.application;
