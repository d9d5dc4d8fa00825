package io.mauntic.kit.timers;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Hears when timers of its kind are due. It runs in the organization's unit of work that removes
 * the timers: its effects and their removal commit as one. It may touch the database only. What
 * fails is tried again in ever smaller batches; a timer that fails alone comes again later, and is
 * set aside after some tries.
 */
public interface TimerHandler {

    /** Stable: it is stored. */
    String kind();

    /**
     * @param due at least one, at most 500
     */
    Uni<Void> due(OrganizationId organization, List<DueTimer> due);
}
