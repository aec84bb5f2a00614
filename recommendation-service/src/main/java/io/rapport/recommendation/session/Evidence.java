package io.rapport.recommendation.session;

import java.util.List;

/** What a score rests on, for the {@code because} of an answer. */
public sealed interface Evidence {

    /**
     * Sessions like this one.
     *
     * @param sessions how many neighbours hold the item
     * @param items the query's items that led to it, the weightiest first
     */
    record FromSessions(int sessions, List<Integer> items) implements Evidence {}

    /**
     * Bought or seen together.
     *
     * @param together in how many sessions or orders
     * @param item the item it goes with; of several the weightiest
     */
    record FromItems(int together, int item) implements Evidence {}

    /** Clicked in this very session: how often. */
    record FromSession(int times) implements Evidence {}

    /** Others went from the one item to the next, and from there to this; no session like this one has them all. */
    record FromSteps(int from, int over) implements Evidence {}

    /** Many people's choice: how often it was chosen, undecayed. */
    record FromPopularity(int times) implements Evidence {}

    /** The same person's choice before: how often. */
    record FromHistory(int times) implements Evidence {}
}
