package io.rapport.profile.trait;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a trait's value comes from. Ordered by event time; the message id decides between two of the same moment, so that
 * the order of arrival never does.
 *
 * @param event the message id of the event that said so
 */
record Stamp(Instant at, String source, String event) implements Comparable<Stamp> {
    private static final Comparator<Stamp> BY_TIME =
            Comparator.comparing(Stamp::at).thenComparing(Stamp::event).thenComparing(Stamp::source);

    static Stamp of(JsonNode node) {
        return new Stamp(
                Instant.parse(node.path("at").asText()),
                node.path("source").asText(),
                node.path("event").asText());
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", at.toString())
                .put("source", source)
                .put("event", event);
    }

    @Override
    public int compareTo(Stamp other) {
        return BY_TIME.compare(this, other);
    }
}
