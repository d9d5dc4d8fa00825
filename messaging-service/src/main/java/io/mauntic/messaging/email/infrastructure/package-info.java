/** Where emails are kept, and how they are read. */
package io.mauntic.messaging.email.infrastructure;
