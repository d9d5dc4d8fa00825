/** What can be done with webhooks, one class a use case. */
package io.mauntic.integrations.webhook.application;
