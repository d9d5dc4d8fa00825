/** What forms hear from the other contexts. */
package io.mauntic.content.form.interfaces.messaging;
