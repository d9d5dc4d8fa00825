/** What can be done with an email. */
package io.mauntic.messaging.email.application;
