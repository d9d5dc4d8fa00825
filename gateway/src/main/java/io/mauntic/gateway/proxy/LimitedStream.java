package io.mauntic.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request body that fails once it is longer than allowed, whatever its length header said. */
final class LimitedStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private long seen;
    private Handler<Throwable> failed = _ -> {};
    private Runnable whenDone = () -> {};

    LimitedStream(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    void onEnd(Runnable action) {
        whenDone = action;
    }

    @Override
    public LimitedStream exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? _ -> {} : handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedStream handler(Handler<Buffer> handler) {
        if (handler == null) {
            body.handler(null);
            return this;
        }
        body.handler(
                chunk -> {
                    seen += chunk.length();
                    if (seen > limit) {
                        body.handler(_ -> {});
                        failed.handle(new BodyTooLarge());
                    } else {
                        handler.handle(chunk);
                    }
                });
        return this;
    }

    @Override
    public LimitedStream pause() {
        body.pause();
        return this;
    }

    @Override
    public LimitedStream resume() {
        body.resume();
        return this;
    }

    @Override
    public LimitedStream fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public LimitedStream endHandler(Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            handler.handle(end);
                            whenDone.run();
                        });
        return this;
    }
}
