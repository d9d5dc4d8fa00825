package io.mauntic.campaign.campaign.domain;

import io.mauntic.kernel.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads when a step is due. */
final class ScheduleReader {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final String field;
    private final List<Violation> violations;

    ScheduleReader(String field, List<Violation> violations) {
        this.field = field;
        this.violations = violations;
    }

    Optional<Schedule> read(GraphDraft.Timing timing) {
        return switch (timing == null || timing.mode() == null ? "immediate" : timing.mode()) {
            case "immediate" -> Optional.of(new Schedule.Immediate());
            case "interval" -> interval(timing);
            case "date" -> date(timing);
            default -> refused("mode", "A step is due immediate, after an interval or at a date.");
        };
    }

    private Optional<Schedule> interval(GraphDraft.Timing timing) {
        Optional<Schedule.Unit> unit = Schedule.Unit.of(timing.unit());
        if (unit.isEmpty()) {
            return refused("unit", "Count in seconds, minutes, hours, days, weeks or months.");
        }
        if (timing.value() == null || timing.value() < 1 || timing.value() > unit.get().most()) {
            return refused(
                    "value",
                    "Wait at least 1 and at most %,d %s."
                            .formatted(unit.get().most(), unit.get().word()));
        }
        return Optional.of(new Schedule.Interval(timing.value(), unit.get()));
    }

    private Optional<Schedule> date(GraphDraft.Timing timing) {
        if (timing.at() == null || timing.at().isBefore(EARLIEST) || timing.at().isAfter(LATEST)) {
            return refused("at", "Say on which date and at what time.");
        }
        return Optional.of(new Schedule.At(timing.at()));
    }

    private Optional<Schedule> refused(String name, String message) {
        violations.add(new Violation(field + "." + name, message));
        return Optional.empty();
    }
}
