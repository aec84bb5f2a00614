package io.rapport.gateway.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import io.rapport.gateway.GatewayConfig;
import io.rapport.gateway.backend.Backend;
import io.rapport.gateway.backend.Backends;
import io.rapport.platform.caller.Caller;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Asks profile-service who the visitor is; without an answer in time it is somebody unknown. */
@ApplicationScoped
class Visitors {
    /** @param resolved whether profile-service said so */
    record Resolved(Visitor visitor, boolean resolved) {}

    private static final Logger LOG = Logger.getLogger(Visitors.class);
    private static final String PATH = "/internal/visitors/resolve";

    private final Backends backends;
    private final Duration within;

    Visitors(Backends backends, GatewayConfig config) {
        this.backends = backends;
        this.within = config.decide().visitorWithin();
    }

    Future<Resolved> resolve(Caller caller, VisitorId id, Deadline deadline) {
        ObjectNode question = EventsJson.mapper().createObjectNode().put(id.type(), id.value());
        Buffer body = Buffer.buffer(EventsJson.write(question));
        Duration time = deadline.left(within, System.nanoTime());
        return backends.send(HttpMethod.POST, Backend.PROFILE, PATH, caller, body, time)
                .map(Visitors::read)
                .otherwise(Visitors::unknown);
    }

    private static Resolved read(Backends.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("profile-service answered " + answer.status());
        }
        return new Resolved(EventsJson.read(answer.body().getBytes(), Visitor.class), true);
    }

    private static Resolved unknown(Throwable fault) {
        LOG.debugf("The visitor is taken as unknown: %s", fault);
        return new Resolved(Visitor.UNKNOWN, false);
    }
}
