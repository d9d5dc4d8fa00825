/** What marketers write. */
package io.mauntic.messaging.email.domain;
