package io.mauntic.crm.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Live progress as server-sent events. It is read from the database a few times a second, since the
 * work may go on in another replica; only what changed is sent, and the stream ends with the work.
 */
@ApplicationScoped
public class Progress {

    private static final Duration BETWEEN = Duration.ofMillis(400);
    private static final String SERVER_SENT_EVENTS = "text/event-stream;charset=UTF-8";

    private final ObjectMapper json;

    Progress(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Events named {@code progress} with the state as JSON. What is not there fails before anything
     * is sent.
     */
    public <T> Uni<Void> json(
            HttpServerResponse response, Supplier<Uni<T>> state, Predicate<T> ended) {
        return state.get()
                .chain(
                        () ->
                                Pieces.send(
                                        response,
                                        SERVER_SENT_EVENTS,
                                        states(state, ended)
                                                .map(this::write)
                                                .skip()
                                                .repetitions()
                                                .map(text -> event("progress", text))));
    }

    /**
     * What {@code liveRegion} understands: the new content of the region, and {@code done} at the
     * end.
     */
    public <T> Uni<Void> html(
            HttpServerResponse response,
            Supplier<Uni<T>> state,
            Predicate<T> ended,
            Function<T, Uni<String>> drawn) {
        Multi<String> regions =
                states(state, ended)
                        .onItem()
                        .transformToUniAndConcatenate(drawn::apply)
                        .skip()
                        .repetitions()
                        .map(text -> event("message", text));
        Multi<String> done = Multi.createFrom().item(() -> event("done", "done"));
        return state.get()
                .chain(
                        () ->
                                Pieces.send(
                                        response,
                                        SERVER_SENT_EVENTS,
                                        Multi.createBy().concatenating().streams(regions, done)));
    }

    // The last state is part of the stream: `whilst` lets the item through that ends it.
    private static <T> Multi<T> states(Supplier<Uni<T>> state, Predicate<T> ended) {
        return Multi.createBy()
                .repeating()
                .uni(state::get)
                .withDelay(BETWEEN)
                .whilst(now -> !ended.test(now));
    }

    private static String event(String name, String data) {
        return "event:"
                + name
                + "\n"
                + data.lines().map(line -> "data:" + line + "\n").reduce("", String::concat)
                + "\n";
    }

    private String write(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
