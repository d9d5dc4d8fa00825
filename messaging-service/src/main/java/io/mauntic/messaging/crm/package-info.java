/** What we ask crm. */
package io.mauntic.messaging.crm;
