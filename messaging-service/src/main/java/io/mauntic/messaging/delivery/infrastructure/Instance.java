package io.mauntic.messaging.delivery.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** This process among its replicas; another one after each start. */
@ApplicationScoped
public class Instance {

    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
