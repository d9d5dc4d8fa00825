/** From an email and a contact to a message that a mail server takes. */
package io.mauntic.messaging.mail;
