package io.rapport.gateway.decide;

import io.rapport.events.EventsJson;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Puts the parts' answers together into one, without reading what is in them. */
final class Page {
    private static final Buffer NO_PLACEMENTS = Buffer.buffer("{}");

    private final Buffer json = Buffer.buffer(4096).appendString("{");
    private final List<String> degraded = new ArrayList<>();

    Page(Visitors.Resolved visitor) {
        if (!visitor.resolved()) {
            degraded.add("profile");
        }
    }

    /** Adds a part; one without a value is left out, save placements, which every client looks for. */
    Page add(Part part, PartAnswer answer) {
        if (answer.degraded()) {
            degraded.add(part.name());
        }
        Buffer value = answer.json() == null && part instanceof PlacementsPart ? NO_PLACEMENTS : answer.json();
        if (value != null) {
            field(part.name(), value).appendString(",");
        }
        return this;
    }

    Buffer end(Visitor visitor) {
        field("segments", Buffer.buffer(EventsJson.write(visitor.segments()))).appendString(",");
        return field("degraded", Buffer.buffer(EventsJson.write(degraded))).appendString("}");
    }

    private Buffer field(String name, Buffer value) {
        return json.appendString("\"").appendString(name).appendString("\":").appendBuffer(value);
    }
}
