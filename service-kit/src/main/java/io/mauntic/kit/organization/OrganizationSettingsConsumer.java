package io.mauntic.kit.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.mauntic.kit.organization.OrganizationSettings.Version;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Hears what an organization is now, in every service that listens to identity. */
@ApplicationScoped
class OrganizationSettingsConsumer implements EventHandler {

    private final OrganizationSettings settings;
    private final ObjectMapper json;

    OrganizationSettingsConsumer(OrganizationSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Set<String> types() {
        return Set.of("OrganizationSettingsChanged");
    }

    /** Each event tells the whole, so of several the newest will do. */
    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        return settings.keep(
                organization,
                events.stream()
                        .map(event -> version(event.data()))
                        .max(Comparator.comparingLong(Version::version))
                        .orElseThrow());
    }

    private Version version(JsonObject data) {
        try {
            return new Version(
                    data.getLong("version"), json.readValue(data.encode(), Settings.class));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
