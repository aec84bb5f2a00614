package io.rapport.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import io.rapport.events.SourceType;
import io.rapport.gateway.agent.UserAgents;
import io.rapport.gateway.http.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the connection says of a visitor's client, for events that do not say it themselves; null where it says nothing. A
 * back end's connection says nothing of the visitor.
 */
record Connection(
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable JsonNode location) {
    static final Connection UNKNOWN = new Connection(null, null, null);

    static Connection of(HttpServerRequest request, SourceType source, LocationHeaders headers) {
        return source == SourceType.SERVER
                ? UNKNOWN
                : new Connection(
                        ClientAddress.of(request),
                        cleaned(request.getHeader("User-Agent")),
                        headers.read(request::getHeader));
    }

    private static @Nullable String cleaned(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return null;
        }
        String plain = userAgent.replaceAll("[^ -~]", "?");
        return plain.length() > UserAgents.LONGEST ? plain.substring(0, UserAgents.LONGEST) : plain;
    }

    /** As an event's context. */
    ObjectNode context() {
        ObjectNode context = EventsJson.mapper().createObjectNode();
        if (ip != null) {
            context.put("ip", ip);
        }
        if (userAgent != null) {
            context.put("userAgent", userAgent);
        }
        if (location != null) {
            context.set("location", location);
        }
        return context;
    }

    /** The fields that an event's context lacks, each with a comma after it. */
    void missing(JsonBytes out, ScannedEvent event) {
        if (ip != null && !event.contextHasIp) {
            out.ascii("\"ip\":").string(ip).ascii(",");
        }
        if (userAgent != null && !event.contextHasUserAgent) {
            out.ascii("\"userAgent\":").string(userAgent).ascii(",");
        }
        if (location != null && !event.contextHasLocation) {
            out.ascii("\"location\":").raw(EventsJson.write(location)).ascii(",");
        }
    }
}
