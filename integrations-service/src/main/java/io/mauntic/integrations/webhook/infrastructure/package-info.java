/** Webhooks in PostgreSQL, with their secrets sealed. */
package io.mauntic.integrations.webhook.infrastructure;
