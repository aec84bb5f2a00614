package io.rapport.gateway.http;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/**
 * Reads a body of at most so many bytes. A longer one is a 413 at once; what still comes of it is thrown away, so that the
 * sender gets to read the answer, and a sender that does not stop is cut off.
 */
public final class BodyReader {
    private static final int FIRST = 64 * 1024;
    private static final long MOST_THROWN_AWAY = 32L * 1024 * 1024;

    private final HttpServerRequest request;
    private final int most;
    private final Promise<byte[]> read = Promise.promise();
    private byte[] bytes;
    private int length;
    private long thrownAway;

    private BodyReader(HttpServerRequest request, int most, long announced) {
        this.request = request;
        this.most = most;
        this.bytes = new byte[(int) Math.min(announced < 0 ? FIRST : announced, Math.min(FIRST, most))];
    }

    /** To be called before the request's handler returns. */
    public static Future<byte[]> read(HttpServerRequest request, int most) {
        long announced = announced(request);
        BodyReader reader = new BodyReader(request, most, announced);
        request.handler(reader::take);
        request.endHandler(end -> reader.finish());
        request.exceptionHandler(reader.read::tryFail);
        if (announced > most) {
            reader.refuse();
        }
        return reader.read.future();
    }

    private static long announced(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        try {
            return header == null ? -1 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void take(Buffer chunk) {
        if (read.future().isComplete()) {
            throwAway(chunk.length());
        } else if (length + chunk.length() > most) {
            refuse();
        } else {
            append(chunk);
        }
    }

    private void append(Buffer chunk) {
        int needed = length + chunk.length();
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(needed, bytes.length * 2)));
        }
        chunk.getBytes(bytes, length);
        length = needed;
    }

    private void refuse() {
        bytes = new byte[0];
        read.tryFail(Problem.of(CommonProblem.PAYLOAD_TOO_LARGE, "The body may have " + most + " bytes at most."));
    }

    private void throwAway(int more) {
        thrownAway += more;
        if (thrownAway > MOST_THROWN_AWAY) {
            request.connection().close();
        }
    }

    private void finish() {
        read.tryComplete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }
}
