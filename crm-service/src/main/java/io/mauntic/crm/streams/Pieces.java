package io.mauntic.crm.streams;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;

/**
 * Sends an answer piece by piece, in constant memory. The framework's own streaming sends the
 * status before the first piece is known, so that what does not exist could not be answered with
 * 404 any more.
 */
public final class Pieces {

    private Pieces() {}

    /**
     * Ends early when the reader has gone. The framework ends the answer when the outcome is there.
     */
    public static Uni<Void> send(
            HttpServerResponse response, String contentType, Multi<String> pieces) {
        response.setChunked(true)
                .putHeader("Content-Type", contentType)
                .putHeader("Cache-Control", "no-store");
        return pieces.select()
                .first(_ -> !response.closed())
                .onItem()
                .transformToUniAndConcatenate(
                        piece ->
                                Uni.createFrom()
                                        .completionStage(
                                                () -> response.write(piece).toCompletionStage()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
