package io.mauntic.messaging.tracking;

import java.util.Optional;
import java.util.UUID;

/**
 * Who follows a tracked address.
 *
 * @param machine not a person, as far as the request itself shows
 * @param cookie what the request carries as its visitor cookie
 */
record Visitor(boolean machine, Optional<UUID> cookie) {}
