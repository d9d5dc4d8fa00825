package io.mauntic.analytics;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventData;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Place;
import io.mauntic.kit.events.ReceivedEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Events as a handler gets them. */
public final class Told {

    private Told() {}

    public static ReceivedEvent event(String type, Instant time, JsonObject data) {
        UUID id = UUID.randomUUID();
        return new ReceivedEvent(
                id,
                new Place(id, 0, 0),
                type,
                new OrganizationId(7),
                "1",
                Lane.REALTIME,
                time,
                id,
                Optional.empty(),
                EventData.of(data));
    }
}
