package io.mauntic.campaign.campaign.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a step is due. */
public sealed interface Schedule {

    /**
     * When a step is due whose parent was done at this time; what lies in the past is due at once.
     */
    Instant dueAfter(Instant parentDone);

    GraphDraft.Timing draft();

    /** At once. */
    record Immediate() implements Schedule {
        @Override
        public Instant dueAfter(Instant parentDone) {
            return parentDone;
        }

        @Override
        public GraphDraft.Timing draft() {
            return new GraphDraft.Timing("immediate", null, null, null);
        }
    }

    /** Some time later. */
    record Interval(long value, Unit unit) implements Schedule {
        @Override
        public Instant dueAfter(Instant parentDone) {
            // Months and weeks have no fixed length, so that an instant alone cannot add them.
            return parentDone.atOffset(ZoneOffset.UTC).plus(value, unit.unit).toInstant();
        }

        @Override
        public GraphDraft.Timing draft() {
            return new GraphDraft.Timing("interval", value, unit.word(), null);
        }
    }

    /** At a time. */
    record At(Instant at) implements Schedule {
        @Override
        public Instant dueAfter(Instant parentDone) {
            return at.isBefore(parentDone) ? parentDone : at;
        }

        @Override
        public GraphDraft.Timing draft() {
            return new GraphDraft.Timing("date", null, null, at);
        }
    }

    /** What intervals are counted in. */
    enum Unit {
        SECONDS(ChronoUnit.SECONDS),
        MINUTES(ChronoUnit.MINUTES),
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS),
        WEEKS(ChronoUnit.WEEKS),
        MONTHS(ChronoUnit.MONTHS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The most that fits into ten years. */
        long most() {
            return 3_650L * 86_400 / unit.getDuration().toSeconds();
        }

        static Optional<Unit> of(String word) {
            return Arrays.stream(values()).filter(unit -> unit.word().equals(word)).findFirst();
        }
    }
}
