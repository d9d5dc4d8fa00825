/** What crm tells about visitors. */
package io.mauntic.content.visit.interfaces.messaging;
