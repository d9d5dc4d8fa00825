package io.mauntic.kit.events;

import io.mauntic.kernel.OrganizationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events that the steps of a unit of work have told and that are not in the outbox yet. */
final class Told {

    private Map<Key, Some> waiting = new LinkedHashMap<>();

    private record Key(OrganizationId organization, Lane lane) {}

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Those of an organization and a lane, in their order. */
    record Some(OrganizationId organization, Lane lane, List<String> texts) {}

    List<String> of(OrganizationId organization, Lane lane) {
        return waiting.computeIfAbsent(
                        new Key(organization, lane),
                        _ -> new Some(organization, lane, new ArrayList<>()))
                .texts();
    }

    /** All of them, which are told no second time. */
    List<Some> taken() {
        List<Some> taken = List.copyOf(waiting.values());
        waiting = new LinkedHashMap<>();
        return taken;
    }
}
