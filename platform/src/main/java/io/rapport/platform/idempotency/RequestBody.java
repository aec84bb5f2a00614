package io.rapport.platform.idempotency;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A request's whole body, read before its resource method sees it. */
record RequestBody(Buffer bytes) {
    static final int MOST_BYTES = 8 * 1024 * 1024;

    static Uni<RequestBody> of(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            Buffer body = Buffer.buffer();
            request.exceptionHandler(emitter::fail);
            request.endHandler(nothing -> emitter.complete(new RequestBody(body)));
            request.handler(part -> {
                if (body.length() + part.length() > MOST_BYTES) {
                    emitter.fail(Problem.of(
                            CommonProblem.PAYLOAD_TOO_LARGE,
                            "With an Idempotency-Key, a body is at most " + MOST_BYTES
                                    + " bytes; JSON Lines of any length go as application/x-ndjson."));
                } else {
                    body.appendBuffer(part);
                }
            });
            request.resume();
        });
    }

    /** What tells this request from another with the same key: SHA-256 of method, address and body. */
    Buffer hash(HttpServerRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + " " + request.uri() + "\n").getBytes(StandardCharsets.UTF_8));
            return Buffer.buffer(digest.digest(bytes.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
