package io.rapport.gateway.http;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body of at most so many bytes. A longer one is a 413 at once; what still comes of it is thrown away, so that the
 * sender gets to read the answer, and a sender that does not stop is cut off.
 */
final class BodyReader {
    private static final int FIRST = 64 * 1024;
    private static final long MOST_THROWN_AWAY = 32L * 1024 * 1024;
    private static final byte[] NOTHING = {};

    private final HttpServerRequest request;
    private final int most;
    private final @Nullable ReadingBudget budget;
    private final long until;
    private final long announced;
    private final @Nullable Context context = Vertx.currentContext();
    private final Promise<byte[]> read = Promise.promise();
    private byte[] bytes = NOTHING;
    private long taken;
    private int length;
    private long thrownAway;

    /**
     * @param budget what the bytes in memory count against; null for a body that is not kept
     * @param until the {@link System#nanoTime} at which a body that is not whole is given up
     */
    BodyReader(HttpServerRequest request, int most, @Nullable ReadingBudget budget, long until) {
        this.request = request;
        this.most = most;
        this.budget = budget;
        this.until = until;
        this.announced = ContentLength.of(request);
    }

    Future<byte[]> body() {
        return read.future();
    }

    void start() {
        request.handler(this::take);
        request.endHandler(end -> finish());
        request.exceptionHandler(read::tryFail);
        if (announced > most) {
            refuse(tooLarge());
        }
    }

    private Problem tooLarge() {
        return Problem.of(CommonProblem.PAYLOAD_TOO_LARGE, "The body may have " + most + " bytes at most.");
    }

    private void take(Buffer chunk) {
        if (read.future().isComplete()) {
            throwAway(chunk.length());
        } else if (length + chunk.length() > most) {
            refuse(tooLarge());
        } else if (budget == null) {
            length += chunk.length();
        } else {
            append(chunk, budget);
        }
    }

    private void append(Buffer chunk, ReadingBudget budget) {
        int needed = length + chunk.length();
        if (needed > bytes.length && !grow(needed, budget)) {
            refuse(Problems.unavailable("Too many requests are being read; send this one again."));
            return;
        }
        chunk.getBytes(bytes, length);
        length = needed;
    }

    /** Memory is taken when something comes for it, not when it is announced. */
    private boolean grow(int needed, ReadingBudget budget) {
        int first = (int) Math.min(Math.max(0, announced), FIRST);
        int size = Math.min(most, Math.max(needed, bytes.length == 0 ? first : bytes.length * 2));
        if (!budget.take(size - bytes.length)) {
            return false;
        }
        taken += size - bytes.length;
        bytes = length == 0 ? new byte[size] : Arrays.copyOf(bytes, size);
        return true;
    }

    private void refuse(Problem problem) {
        bytes = NOTHING;
        release();
        read.tryFail(problem);
    }

    /** What was read no longer counts. */
    void release() {
        if (budget != null) {
            budget.giveBack(taken);
            taken = 0;
        }
    }

    private void throwAway(int more) {
        thrownAway += more;
        if (thrownAway > MOST_THROWN_AWAY) {
            request.connection().close();
        }
    }

    private void finish() {
        if (!read.future().isComplete()) {
            read.tryComplete(length == bytes.length || budget == null ? bytes : Arrays.copyOf(bytes, length));
        }
    }

    /** Gives a body up that is not whole in time; the sender is told, and cut off, for what it still sends is not awaited. */
    void endIfDue(long now) {
        if (now - until > 0 && context != null) {
            context.runOnContext(late -> end());
        }
    }

    private void end() {
        if (!read.future().isComplete()) {
            refuse(Problem.of(GatewayProblem.REQUEST_TIMEOUT, "The body did not come in time."));
        }
    }
}
