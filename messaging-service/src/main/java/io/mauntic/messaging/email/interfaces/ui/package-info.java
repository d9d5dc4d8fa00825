/** The pages on which marketers write emails and see what became of them. */
package io.mauntic.messaging.email.interfaces.ui;
