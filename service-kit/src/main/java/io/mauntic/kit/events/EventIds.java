package io.mauntic.kit.events;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562, section 5.7): they sort by time, so an index of them grows at its
 * end.
 */
public final class EventIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private EventIds() {}

    public static UUID next(Clock clock) {
        long high = clock.millis() << 16 | VERSION_7 | RANDOM.nextLong() & 0x0FFFL;
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
