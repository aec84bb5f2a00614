package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which kinds of products somebody turned to, by day: the latest {@link #ROOM} pairs of a day and a kind, with what all signs
 * of it on that day weigh. Days are those of UTC.
 */
final class Interests {
    static final int ROOM = 400;

    private final TreeMap<OnDay, Long> weights = new TreeMap<>();

    private record OnDay(int day, Kind kind) implements Comparable<OnDay> {
        private static final Comparator<OnDay> ORDER =
                Comparator.comparingInt(OnDay::day).thenComparing(OnDay::kind);

        @Override
        public int compareTo(OnDay other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a sign of interest weighs beside a look at a product, which is 1. */
    static int weight(Call call) {
        if (call.is("Product Viewed") || call.is("Product List Viewed")) {
            return 1;
        }
        if (call.is("Product Added to Wishlist")) {
            return 2;
        }
        return call.is("Product Added") ? 3 : 0;
    }

    /** What each line of an order weighs. */
    static final int BOUGHT = 5;

    void absorb(Call call) {
        int weight = weight(call);
        JsonNode properties = call.event().properties();
        Kind kind = weight == 0 ? null : Kind.of(properties);
        if (kind != null && !kind.isEmpty()) {
            add(new OnDay(Micros.day(call.micros()), kind), weight);
        }
    }

    private void add(OnDay key, long weight) {
        weights.merge(key, weight, Long::sum);
        if (weights.size() > ROOM) {
            weights.pollFirstEntry();
        }
    }

    void merge(Interests other) {
        other.weights.forEach(this::add);
    }

    /** @param orders whose lines are signs of interest too */
    void addTo(ObjectNode facts, Collection<Bought> orders) {
        int latest = weights.isEmpty() ? Integer.MIN_VALUE : weights.lastKey().day();
        for (Bought bought : orders) {
            latest = Math.max(latest, Micros.day(bought.at()));
        }
        Affinity affinity = new Affinity(latest);
        weights.forEach((on, weight) -> affinity.add(on.kind(), on.day(), weight));
        orders.forEach(bought ->
                bought.lines().forEach(line -> affinity.add(line.kind(), Micros.day(bought.at()), BOUGHT)));
        affinity.addTo(facts);
    }

    void write(StateOutput out) throws IOException {
        out.number(weights.size());
        int before = 0;
        for (Map.Entry<OnDay, Long> each : weights.entrySet()) {
            OnDay on = each.getKey();
            out.number(on.day() - before);
            out.text(on.kind().category());
            out.text(on.kind().brand());
            out.number(on.kind().band().ordinal());
            out.number(each.getValue());
            before = on.day();
        }
    }

    static Interests read(StateInput in) throws IOException {
        Interests interests = new Interests();
        int size = in.size();
        int day = 0;
        for (int i = 0; i < size; i++) {
            day += (int) in.number();
            Kind kind = new Kind(in.text(), in.text(), PriceBand.values()[in.size()]);
            interests.weights.put(new OnDay(day, kind), in.number());
        }
        return interests;
    }
}
