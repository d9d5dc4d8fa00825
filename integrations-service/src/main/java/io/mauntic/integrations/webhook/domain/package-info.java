/** Who wants to be told what. */
package io.mauntic.integrations.webhook.domain;
