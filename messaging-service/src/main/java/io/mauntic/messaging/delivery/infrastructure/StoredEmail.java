package io.mauntic.messaging.delivery.infrastructure;

import java.util.Optional;

/**
 * An email as it is sent from now on.
 *
 * @param version counts up with each change
 */
public record StoredEmail(
        long id,
        long version,
        String name,
        String subject,
        String html,
        Optional<String> text,
        String fromName,
        String fromAddress) {}
