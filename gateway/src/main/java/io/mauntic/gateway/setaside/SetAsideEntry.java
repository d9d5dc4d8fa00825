package io.mauntic.gateway.setaside;

import io.mauntic.gateway.Service;
import io.mauntic.gateway.page.ShellMessages;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;

/** One piece of work that was given up, as the page shows it. */
public record SetAsideEntry(
        String kind, String subject, String cause, long attempts, Instant at, String address) {

    static Stream<SetAsideEntry> of(Service service, JsonObject page, ShellMessages words) {
        return page.getJsonArray("items", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(item -> of(service, words, item));
    }

    private static SetAsideEntry of(Service service, ShellMessages words, JsonObject item) {
        return new SetAsideEntry(
                SetAsideKind.label(item.getString("kind"), words),
                item.getString("subject"),
                item.getString("cause"),
                item.getLong("attempts"),
                Instant.parse(item.getString("setAsideAt")),
                "/app/set-aside/%s/%d".formatted(service.path(), item.getLong("id")));
    }
}
