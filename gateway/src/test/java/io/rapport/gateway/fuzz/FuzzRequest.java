package io.rapport.gateway.fuzz;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** A request that is sound, or wrong in one or several ways. */
record FuzzRequest(String path, Map<String, String> headers, Buffer body) {
    boolean isBatch() {
        return path.contains("/b") || path.contains("import");
    }
}
