package io.mauntic.kit.events;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of events that this service has a handler for. */
@ApplicationScoped
class WantedTypes {

    private final Set<String> types;

    WantedTypes(@All List<EventHandler> handlers) {
        this.types =
                handlers.stream()
                        .flatMap(handler -> handler.types().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String type) {
        return types.contains(type);
    }
}
