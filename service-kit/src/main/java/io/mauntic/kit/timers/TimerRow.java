package io.mauntic.kit.timers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * Mapped so that every service has an entity: Quarkus leaves Hibernate Reactive, and with it the
 * unit of work, out of one without.
 */
@Entity
@Immutable
@Table(name = "timer")
class TimerRow {

    @Id private long id;

    protected TimerRow() {}

    long id() {
        return id;
    }
}
