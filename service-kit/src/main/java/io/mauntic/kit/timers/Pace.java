package io.mauntic.kit.timers;

import java.time.Duration;

/**
 * How soon a batch may follow the one before it: after twice the time that it took, within limits.
 * A transaction costs as much as fifty rows; what arrives meanwhile shares the next one. A quiet
 * platform is fast and so hardly waits, a busy one makes its batches large. Not for several threads
 * at once.
 */
public final class Pace {

    private static final int REST_PER_WORK = 2;
    private static final long NANOS = 1_000_000;

    private final long longest;
    private long begun;
    private long next;

    /**
     * @param longest between the beginnings of two batches
     */
    public Pace(Duration longest) {
        this.longest = longest.toNanos();
        this.begun = System.nanoTime();
        this.next = begun;
    }

    /** A batch begins. */
    public void begin() {
        begun = System.nanoTime();
        next = begun;
    }

    /** It has ended. */
    public void end() {
        next = next(begun, System.nanoTime(), longest);
    }

    /** In milliseconds, rounded up; 0 when the next batch may begin now. */
    public long millisToNext() {
        return Math.max(0, (next - System.nanoTime() + NANOS - 1) / NANOS);
    }

    /** When the batch after one may begin; all in nanoseconds. */
    static long next(long begun, long ended, long longest) {
        return Math.max(ended, Math.min(begun + longest, ended + REST_PER_WORK * (ended - begun)));
    }
}
