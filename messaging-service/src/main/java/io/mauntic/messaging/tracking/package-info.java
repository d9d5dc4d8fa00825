/** What recipients do with a mail: open, click, unsubscribe. */
package io.mauntic.messaging.tracking;
