/** Webhooks for integrators. */
package io.mauntic.integrations.webhook.interfaces.rest;
