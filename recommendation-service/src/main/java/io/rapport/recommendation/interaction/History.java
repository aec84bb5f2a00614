package io.rapport.recommendation.interaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a visitor did, as far as answers need it.
 *
 * @param recent the latest interactions, newest first; of purchases only the very latest, each product once
 * @param bought when each product was bought last
 */
public record History(List<Event> recent, Map<String, Instant> bought) {
    public static final History NONE = new History(List.of(), Map.of());

    /** A product that the visitor did something with. */
    public record Event(String productId, InteractionKind kind, Instant at) {}
}
