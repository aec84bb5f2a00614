package io.rapport.gateway.tracking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as it was sent, with what its batch and its connection add. Its own bytes are copied; a tree is built only
 * where a batch has a context or integrations to merge.
 */
final class EventBody {
    private final byte[] body;
    private final Envelope envelope;
    private final Connection connection;
    private final Merging context;
    private final Merging integrations;

    EventBody(byte[] body, Envelope envelope, Connection connection) {
        ObjectNode nothing = EventsJson.mapper().createObjectNode();
        this.body = body;
        this.envelope = envelope;
        this.connection = connection;
        this.context = new Merging(body, connection.context(), envelope.context());
        this.integrations = new Merging(body, nothing, envelope.integrations());
    }

    void write(JsonBytes out, ScannedEvent event) {
        out.ascii("{");
        absent(out, "\"context\":", event.context, context);
        absent(out, "\"integrations\":", event.integrations, integrations);
        boolean contextFirst = event.context == null
                || event.integrations == null
                || event.context.start() < event.integrations.start();
        int at = event.start + 1;
        at = contextFirst ? context(out, at, event) : integrations(out, at, event.integrations);
        at = contextFirst ? integrations(out, at, event.integrations) : context(out, at, event);
        out.raw(body, at, event.end);
    }

    /** An event is never an empty object, so a comma may follow. */
    private static void absent(JsonBytes out, String name, @Nullable Span own, Merging common) {
        if (own == null && !common.isEmpty()) {
            out.ascii(name).raw(common.whole()).ascii(",");
        }
    }

    private int context(JsonBytes out, int at, ScannedEvent event) {
        Span own = event.context;
        if (own == null || own.kind() != Span.Kind.OBJECT || envelope.context() != null) {
            return merged(out, at, own, context);
        }
        out.raw(body, at, own.start() + 1);
        connection.missing(out, event);
        return own.start() + 1;
    }

    private int integrations(JsonBytes out, int at, @Nullable Span own) {
        return merged(out, at, own, integrations);
    }

    /** Writes the body up to and with its own object, merged, and returns where to go on. */
    private int merged(JsonBytes out, int at, @Nullable Span own, Merging common) {
        if (own == null || own.kind() == Span.Kind.OTHER || common.isEmpty()) {
            return at;
        }
        out.raw(body, at, own.start());
        out.raw(own.kind() == Span.Kind.OBJECT ? common.with(own) : common.whole());
        return own.end();
    }
}
