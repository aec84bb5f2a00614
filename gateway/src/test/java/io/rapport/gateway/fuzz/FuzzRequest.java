package io.rapport.gateway.fuzz;

import java.util.Map;

/** A request that is sound, or wrong in one or several ways. */
record FuzzRequest(String path, Map<String, String> headers, byte[] body) {
    boolean isBatch() {
        return path.contains("/b") || path.contains("import");
    }
}
