/** Webhooks for people. */
package io.mauntic.integrations.webhook.interfaces.ui;
