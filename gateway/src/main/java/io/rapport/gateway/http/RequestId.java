package io.rapport.gateway.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name that a request goes by in every log: the caller's own if it gave a plain one, else a new one. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = RequestId.class.getName();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    static void give(RoutingContext context) {
        String id = choose(context.request().getHeader(HEADER));
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
    }

    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? "-" : id;
    }

    private static String choose(@Nullable String given) {
        if (given != null && PLAIN.matcher(given).matches()) {
            return given;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }
}
