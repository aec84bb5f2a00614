package io.rapport.gateway.tracking;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.rapport.events.EventsJson;
import io.rapport.gateway.GatewayConfig;
import io.rapport.gateway.access.AccessDirectory;
import io.rapport.gateway.http.Methods;
import io.rapport.gateway.http.Problems;
import io.rapport.gateway.http.RouteOrder;
import io.rapport.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;

/** What analytics.js asks first: where to send events. */
@ApplicationScoped
class SettingsRoute {
    private record Address(String protocol, String host) {}

    /** The settings of Segment's own destination, by which analytics.js sends to this gateway. */
    @RegisterForReflection
    record SettingsView(Map<String, Destination> integrations) {
        @RegisterForReflection
        record Destination(String apiKey, String apiHost, String protocol) {}
    }

    private final AccessDirectory directory;
    private final GatewayConfig config;

    SettingsRoute(AccessDirectory directory, GatewayConfig config) {
        this.directory = directory;
        this.config = config;
    }

    void register(@Observes Router router) {
        router.route("/v1/projects/:writeKey/settings")
                .order(RouteOrder.OWN)
                .handler(Methods.get(this::answer).fromAnyOrigin());
    }

    /** What was made of a request's Host is for that request alone, or one caller could give a cache another's address. */
    private void answer(RoutingContext context) {
        String writeKey = context.pathParam("writeKey");
        if (directory.sourceOf(writeKey).isEmpty()) {
            Problems.answer(context, Problem.notFound("source with the write key", writeKey));
            return;
        }
        Address address = address(context.request());
        SettingsView settings = new SettingsView(Map.of(
                "Segment.io", new SettingsView.Destination(writeKey, address.host() + "/v1", address.protocol())));
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", config.publicUrl().isPresent() ? "public, max-age=60" : "no-store")
                .end(Buffer.buffer(EventsJson.write(settings)));
    }

    private Address address(HttpServerRequest request) {
        return config.publicUrl().map(SettingsRoute::configured).orElseGet(() -> asked(request));
    }

    private static Address configured(String url) {
        URI uri = URI.create(url);
        return new Address(uri.getScheme(), uri.getAuthority());
    }

    private static Address asked(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return new Address(request.scheme(), authority == null ? "localhost" : authority.toString());
    }
}
