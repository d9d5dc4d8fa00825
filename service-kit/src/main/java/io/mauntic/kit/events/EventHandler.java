package io.mauntic.kit.events;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/**
 * Hears events of certain types. Beans of this type are found and called by {@link EventConsumer}.
 *
 * <p>{@link #handle} runs inside the organization's unit of work together with the inbox: its
 * effects and the note that the events are handled commit as one. It may touch the database only;
 * what needs the network is queued in a table for a {@link io.mauntic.kit.timers.DueLoop}. A
 * failure rolls the whole batch back, after which each event is tried alone.
 */
public interface EventHandler {

    /** The types it wants; the same type may have several handlers. */
    Set<String> types();

    /**
     * Those of the events that would have an effect; the inbox remembers no others. Runs inside the
     * organization's unit of work, before {@link #handle}.
     */
    default Uni<List<ReceivedEvent>> wanted(
            OrganizationId organization, List<ReceivedEvent> events) {
        return Uni.createFrom().item(events);
    }

    /**
     * Handles the events of one organization, none of them seen before, in the order of their keys.
     *
     * @param events at least one, at most a Kafka batch (1,000)
     */
    Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events);
}
