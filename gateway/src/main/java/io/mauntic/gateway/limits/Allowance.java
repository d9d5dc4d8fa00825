package io.mauntic.gateway.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Locale;

/** Whom a limit counts: each is a token bucket that holds ten seconds of its rate. */
enum Allowance {
    ADDRESS,
    SESSION,
    CLIENT,
    FORM;

    private static final int SECONDS = 10;

    private static final long NANOS = 1_000_000_000L;

    Bucket bucket(int perSecond) {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity((long) perSecond * SECONDS)
                                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Tells it as the IETF's {@code RateLimit} header fields do; the last that is told counts. */
    void tell(MultiMap headers, int perSecond, ConsumptionProbe probe) {
        String name = name().toLowerCase(Locale.ROOT);
        headers.set(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(name, (long) perSecond * SECONDS, SECONDS));
        headers.set(
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), seconds(probe)));
    }

    /** Until there is one again; 0 while there is. */
    static long seconds(ConsumptionProbe probe) {
        return (probe.getNanosToWaitForRefill() + NANOS - 1) / NANOS;
    }
}
