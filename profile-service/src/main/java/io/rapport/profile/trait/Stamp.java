package io.rapport.profile.trait;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a trait's value comes from. Ordered by the source's rank and then by event time; the message id decides between two of
 * the same moment, so that the order of arrival never does.
 *
 * @param event the message id of the event that said so
 * @param rank of the source when it said so
 */
record Stamp(Instant at, String source, String event, int rank) implements Comparable<Stamp> {
    private static final Comparator<Stamp> ORDER = Comparator.comparingInt(Stamp::rank)
            .thenComparing(Stamp::at)
            .thenComparing(Stamp::event)
            .thenComparing(Stamp::source);

    static Stamp of(JsonNode node) {
        return new Stamp(
                Instant.parse(node.path("at").asText()),
                node.path("source").asText(),
                node.path("event").asText(),
                node.path("rank").asInt());
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", at.toString())
                .put("source", source)
                .put("event", event);
        return rank == TraitSources.UNRANKED ? json : json.put("rank", rank);
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
