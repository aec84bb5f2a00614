package io.rapport.gateway.routing;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's body that breaks off when it has become longer than it may be. What still comes is thrown away, so that the
 * sender gets to read the answer; a sender that does not stop is cut off.
 */
final class CountedStream implements ReadStream<Buffer> {
    private static final long MOST_THROWN_AWAY = 32L * 1024 * 1024;

    private final HttpServerRequest request;
    private final long most;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Throwable> exceptionHandler;
    private long length;

    CountedStream(HttpServerRequest request, long most) {
        this.request = request;
        this.most = most;
    }

    static Problem tooLarge(long most) {
        return Problem.of(CommonProblem.PAYLOAD_TOO_LARGE, "The body may have " + most + " bytes at most.");
    }

    boolean isTooLong() {
        return length > most;
    }

    /** Why it broke off. */
    Problem tooLarge() {
        return tooLarge(most);
    }

    private void take(Buffer chunk) {
        boolean before = isTooLong();
        length += chunk.length();
        if (!isTooLong()) {
            if (handler != null) {
                handler.handle(chunk);
            }
        } else if (!before) {
            breakOff();
        } else if (length - most > MOST_THROWN_AWAY) {
            request.connection().close();
        }
    }

    private void breakOff() {
        if (exceptionHandler != null) {
            exceptionHandler.handle(tooLarge());
        }
        request.resume();
    }

    @Override
    public CountedStream handler(@Nullable Handler<Buffer> handler) {
        this.handler = handler;
        request.handler(this::take);
        return this;
    }

    @Override
    public CountedStream exceptionHandler(@Nullable Handler<Throwable> handler) {
        exceptionHandler = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedStream pause() {
        request.pause();
        return this;
    }

    @Override
    public CountedStream resume() {
        request.resume();
        return this;
    }

    @Override
    public CountedStream fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    @Override
    public CountedStream endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }
}
