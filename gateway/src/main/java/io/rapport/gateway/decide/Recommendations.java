package io.rapport.gateway.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import io.rapport.gateway.GatewayConfig;
import io.rapport.gateway.backend.Backend;
import io.rapport.gateway.backend.Backends;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Asks recommendation-service for placements, as {@code POST /internal/recommendations} takes it. */
@ApplicationScoped
class Recommendations {
    private static final String PATH = "/internal/recommendations";

    private final Backends backends;
    private final Duration within;

    Recommendations(Backends backends, GatewayConfig config) {
        this.backends = backends;
        this.within = config.decide().partWithin();
    }

    Future<Backends.Answer> ask(Question question) {
        Buffer body = Buffer.buffer(EventsJson.write(json(question)));
        Duration time = question.deadline().left(within, System.nanoTime());
        return backends.send(HttpMethod.POST, Backend.RECOMMENDATION, PATH, question.caller(), body, time);
    }

    private static ObjectNode json(Question question) {
        Asked asked = question.asked();
        ObjectNode json = EventsJson.mapper().createObjectNode();
        json.putPOJO("visitor", question.visitor());
        json.putPOJO("placements", asked.placements());
        json.set("context", asked.context());
        if (asked.productId() != null) {
            json.put("productId", asked.productId());
        }
        if (asked.cart() != null) {
            json.set("cart", asked.cart());
        }
        if (asked.limit() != null) {
            json.put("limit", asked.limit());
        }
        return json;
    }
}
