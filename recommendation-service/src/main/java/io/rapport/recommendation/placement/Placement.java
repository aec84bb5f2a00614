package io.rapport.recommendation.placement;

import java.util.List;

/**
 * A place on a page or in a message.
 *
 * @param limit how many products it shows where nobody asks for another number
 * @param strategies the mix
 * @param fallbacks placements that fill it up, in this order, when the mix finds too few
 */
public record Placement(
        String id, String name, int limit, List<Strategy> strategies, List<String> fallbacks, Rules rules) {
    /** The most products in one answer. */
    public static final int MOST_ITEMS = 100;

    public Placement {
        strategies = List.copyOf(strategies);
        fallbacks = List.copyOf(fallbacks);
    }
}
