package io.mauntic.kit.timers;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Hears when timers of its kind are due. It runs in the organization's unit of work that removes
 * the timers: its effects and their removal commit as one. It may touch the database only. After a
 * failure the timers stay and come again later.
 */
public interface TimerHandler {

    /** Stable: it is stored. */
    String kind();

    /**
     * @param due at least one, at most 500
     */
    Uni<Void> due(OrganizationId organization, List<DueTimer> due);
}
