package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;

/** Times as the wire has them: RFC 3339 in UTC. */
public final class Moments {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    static JsonNode node(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new Unfit("the year must be from 1 to 9999");
        }
        return TextNode.valueOf(time.toString());
    }

    /** A time that is written in ISO 8601 with its offset, or in whatever way a transform left it. */
    public static Instant of(JsonNode value) {
        return Instant.parse(TimeReading.ISO.apply(value).textValue());
    }
}
