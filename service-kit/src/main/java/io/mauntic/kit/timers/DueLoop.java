package io.mauntic.kit.timers;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Works off what is due, batch after batch, and sleeps until the next is. Beans of this type are
 * started with the service and stopped with it. A failed batch is tried again after a rest that
 * doubles up to ten seconds.
 *
 * <p>One batch at a time a loop and replica; replicas share the work by claiming rows with {@code
 * for update skip locked}.
 */
public abstract class DueLoop {

    private static final Logger LOG = Logger.getLogger(DueLoop.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST_AFTER_FAILURE = Duration.ofSeconds(10);
    // What is due and was not had is being worked off by another replica.
    private static final Duration CONTENDED_REST = Duration.ofMillis(20);
    private static final Duration SHORTEST_REST = Duration.ofMillis(100);

    private volatile Context context;
    private Vertx vertx;
    private volatile boolean running;
    private boolean woken;
    private boolean stopped;
    private int failures;
    private final Pace pace = new Pace(Duration.ofMillis(50));
    private Optional<Long> alarm = Optional.empty();

    /**
     * Works off one bounded batch of what is due and answers how much that was; less than a {@link
     * #fullBatch} lets the loop sleep until {@link #nextDue}.
     */
    protected abstract Uni<Integer> runBatch();

    /** From how much on a batch is full, and the next one is looked for at once; at least 1. */
    protected int fullBatch() {
        return 1;
    }

    /** When the next batch is due; empty when nothing is waiting. */
    protected abstract Uni<Optional<Instant>> nextDue();

    /** How long it sleeps at most before it looks for what a replica left that has died. */
    protected Duration longestRest() {
        return LONGEST_REST;
    }

    /** Has the loop look at once; safe from any thread, and cheap when it is at work already. */
    public void wake() {
        onLoop(this::look);
    }

    /** Whether it is working off a batch. */
    public boolean atWork() {
        return running;
    }

    public void start(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        wake();
    }

    /** Begins no further batch; what is at work ends or is rolled back with the process. */
    public void stop() {
        onLoop(() -> stopped = true);
    }

    private void look() {
        woken = true;
        if (!running) {
            keepPace();
        }
    }

    private void keepPace() {
        long early = pace.millisToNext();
        if (early > 0) {
            running = false;
            alarm.ifPresent(vertx::cancelTimer);
            alarm = Optional.of(vertx.setTimer(early, _ -> onLoop(this::look)));
        } else {
            work();
        }
    }

    private void work() {
        alarm.ifPresent(vertx::cancelTimer);
        alarm = Optional.empty();
        if (stopped) {
            return;
        }
        running = true;
        woken = false;
        pace.begin();
        Uni.createFrom()
                .deferred(this::runBatch)
                .subscribe()
                .with(done -> onLoop(() -> worked(done)), failure -> onLoop(() -> failed(failure)));
    }

    private void worked(int done) {
        failures = 0;
        pace.end();
        if (done >= fullBatch()) {
            work();
            return;
        }
        if (woken) {
            keepPace();
            return;
        }
        Uni.createFrom()
                .deferred(this::nextDue)
                .subscribe()
                .with(next -> onLoop(() -> sleep(next)), failure -> onLoop(() -> failed(failure)));
    }

    private void sleep(Optional<Instant> next) {
        Duration rest = next.map(due -> Duration.between(Instant.now(), due)).orElse(longestRest());
        rest(rest.isPositive() ? rest : CONTENDED_REST);
    }

    private void failed(Throwable failure) {
        Duration rest = SHORTEST_REST.multipliedBy(1L << Math.min(failures, 7));
        failures++;
        if (!stopped) {
            LOG.warnf(
                    failure,
                    "%s failed %d times in a row and is tried again",
                    getClass().getSimpleName(),
                    failures);
        }
        woken = false;
        rest(rest.compareTo(LONGEST_REST_AFTER_FAILURE) > 0 ? LONGEST_REST_AFTER_FAILURE : rest);
    }

    private void rest(Duration wanted) {
        running = false;
        if (woken) {
            keepPace();
            return;
        }
        long millis = Math.clamp(wanted.toMillis() + 1, 1, longestRest().toMillis());
        alarm = Optional.of(vertx.setTimer(millis, _ -> onLoop(this::look)));
    }

    private void onLoop(Runnable step) {
        Context loop = context;
        if (loop != null) {
            loop.runOnContext(_ -> step.run());
        }
    }
}
