package io.mauntic.gateway.search;

import io.mauntic.gateway.Service;
import io.mauntic.gateway.page.Person;
import io.mauntic.gateway.proxy.Upstream;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lists of the services, asked for in a person's name. */
@ApplicationScoped
class Questions {

    private static final long PATIENCE_SECONDS = 2;

    private final Upstream upstream;

    Questions(Upstream upstream) {
        this.upstream = upstream;
    }

    /** The items of a list; empty when the service does not answer well and in time. */
    Future<Optional<List<JsonObject>>> items(Person person, Service service, String uri) {
        var answer =
                upstream.get(service, uri, person.token())
                        .compose(
                                response ->
                                        response.body()
                                                .map(
                                                        body ->
                                                                response.statusCode() == 200
                                                                        ? Optional.of(
                                                                                itemsOf(
                                                                                        new JsonObject(
                                                                                                body)))
                                                                        : Optional
                                                                                .<List<JsonObject>>
                                                                                        empty()));
        return answer.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).otherwise(Optional.empty());
    }

    private static List<JsonObject> itemsOf(JsonObject page) {
        return page.getJsonArray("items", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
