package io.rapport.gateway.http;

import io.rapport.gateway.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads requests' bodies, each bounded, all together bounded, and none for longer than its time: a longer body is a 413, one
 * that stalls a 408, and one more than there is memory for a 503. One sweep looks after all that are under way, which costs a
 * body that comes at once less than a timer of its own.
 */
@ApplicationScoped
public class Bodies {
    private static final long SWEEP_MILLIS = 250;

    private final ReadingBudget budget;
    private final long withinNanos;
    private final Set<BodyReader> underWay = ConcurrentHashMap.newKeySet();

    Bodies(Vertx vertx, GatewayConfig config) {
        this.budget = new ReadingBudget(config.body().mostBytes());
        this.withinNanos = config.body().within().toNanos();
        vertx.setPeriodic(SWEEP_MILLIS, id -> sweep());
    }

    /** The body of at most so many bytes. To be called before the request's handler returns. */
    public Future<byte[]> read(HttpServerRequest request, int most) {
        BodyReader reader = start(request, most, true);
        return reader.body().onComplete(read -> reader.release());
    }

    /** The same for a body that is kept until the request is answered, and counts for so long. */
    public Future<byte[]> readAndKeep(RoutingContext context, int most) {
        BodyReader reader = start(context.request(), most, true);
        context.addEndHandler(end -> reader.release());
        return reader.body();
    }

    /** Succeeds at the end of a body that nobody wants; no byte of it is kept. */
    public Future<Void> discard(HttpServerRequest request, int most) {
        return start(request, most, false).body().mapEmpty();
    }

    private BodyReader start(HttpServerRequest request, int most, boolean keeps) {
        BodyReader reader = new BodyReader(request, most, keeps ? budget : null, System.nanoTime() + withinNanos);
        underWay.add(reader);
        reader.body().onComplete(read -> underWay.remove(reader));
        reader.start();
        return reader;
    }

    private void sweep() {
        long now = System.nanoTime();
        underWay.forEach(reader -> reader.endIfDue(now));
    }
}
