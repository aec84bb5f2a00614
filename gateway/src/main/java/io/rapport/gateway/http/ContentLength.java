package io.rapport.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** How long a request says that its body is. */
public final class ContentLength {
    private ContentLength() {}

    /** In bytes; -1 where the request does not say so. */
    public static long of(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        try {
            return header == null ? -1 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Whether anything may come after the head (RFC 9112, section 6; RFC 9113, section 8.1). */
    public static boolean announcesBody(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return !request.isEnded();
        }
        return of(request) > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
