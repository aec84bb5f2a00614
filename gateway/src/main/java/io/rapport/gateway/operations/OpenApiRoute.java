package io.rapport.gateway.operations;

import io.rapport.gateway.http.Methods;
import io.rapport.gateway.http.RouteOrder;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The description of the whole API, as it is committed in {@code docs/openapi.json}. A gateway that was built without it
 * describes itself alone.
 */
@ApplicationScoped
class OpenApiRoute {
    void register(@Observes Router router) {
        Buffer whole = read();
        if (whole != null) {
            router.route("/openapi").order(RouteOrder.OWN).handler(Methods.get(context -> answer(context, whole)));
        }
    }

    private static @Nullable Buffer read() {
        try (InputStream document = OpenApiRoute.class.getResourceAsStream("openapi.json")) {
            return document == null ? null : Buffer.buffer(document.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(RoutingContext context, Buffer whole) {
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", Integer.toString(whole.length()))
                .end(whole);
    }
}
