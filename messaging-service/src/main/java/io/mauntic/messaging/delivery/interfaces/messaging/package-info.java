/** What we hear from campaigns and crm. */
package io.mauntic.messaging.delivery.interfaces.messaging;
