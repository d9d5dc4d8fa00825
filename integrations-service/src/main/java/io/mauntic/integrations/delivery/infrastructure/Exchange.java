package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.domain.Attempt;
import io.mauntic.integrations.delivery.domain.RetryAfter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/**
 * One request and the beginning of its answer. The status decides; of the body, which a receiver
 * may send slowly or without end, only the beginning is waited for.
 */
final class Exchange {

    private static final int EXCERPT_BYTES = 1000;

    private final Vertx vertx;
    private final Clock clock;
    private final Instant at;
    private final Duration timeout;
    private final Promise<Attempt> outcome = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private HttpClientRequest request;
    private HttpClientResponse response;

    Exchange(Vertx vertx, Clock clock, Instant at, Duration timeout) {
        this.vertx = vertx;
        this.clock = clock;
        this.at = at;
        this.timeout = timeout;
    }

    Uni<Attempt> run(HttpClient client, RequestOptions options, String payload) {
        long alarm = vertx.setTimer(timeout.toMillis(), _ -> finish(new TimeoutException()));
        client.request(options).onSuccess(opened -> send(opened, payload)).onFailure(this::finish);
        return Uni.createFrom()
                .completionStage(
                        () ->
                                outcome.future()
                                        .onComplete(_ -> vertx.cancelTimer(alarm))
                                        .toCompletionStage());
    }

    private synchronized void send(HttpClientRequest opened, String payload) {
        request = opened;
        if (outcome.future().isComplete()) {
            opened.reset();
            return;
        }
        opened.response().onSuccess(this::read).onFailure(this::finish);
        opened.end(payload).onFailure(this::finish);
    }

    private synchronized void read(HttpClientResponse answer) {
        response = answer;
        answer.exceptionHandler(this::finish);
        answer.endHandler(_ -> finish(null));
        answer.handler(this::collect);
    }

    private synchronized void collect(Buffer part) {
        body.appendBuffer(part, 0, Math.min(part.length(), EXCERPT_BYTES - body.length()));
        if (body.length() >= EXCERPT_BYTES) {
            finish(null);
        }
    }

    /** An answer that has begun counts, however its body ends. */
    private synchronized void finish(Throwable failure) {
        if (outcome.future().isComplete()) {
            return;
        }
        if (response == null) {
            outcome.fail(failure);
        } else {
            Duration took = Duration.between(at, clock.instant());
            outcome.complete(
                    Attempt.answered(
                            at,
                            took,
                            response.statusCode(),
                            Excerpt.of(body),
                            RetryAfter.parse(response.getHeader("retry-after"), clock.instant())));
        }
        if (request != null && (failure != null || body.length() >= EXCERPT_BYTES)) {
            request.reset();
        }
    }
}
