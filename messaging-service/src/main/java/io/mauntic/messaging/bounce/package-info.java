/** What comes back by mail: bounces, and unsubscriptions that are sent as mails. */
package io.mauntic.messaging.bounce;
