package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An announcement of an order.
 *
 * @param order the hash of its {@code order_id}
 * @param lines the first {@link #MOST_LINES} of its products
 */
record Bought(long at, long order, List<BoughtLine> lines) implements Comparable<Bought> {
    static final int MOST_LINES = 30;
    private static final Comparator<Bought> ORDER = Comparator.comparingLong(Bought::at)
            .thenComparingLong(Bought::order)
            .thenComparing(bought -> bought.lines.toArray(BoughtLine[]::new), Arrays::compare);

    static Bought of(Call call, String orderId) {
        List<BoughtLine> lines = new ArrayList<>();
        for (JsonNode product : call.event().properties().path("products")) {
            if (lines.size() < MOST_LINES) {
                lines.add(BoughtLine.of(product));
            }
        }
        return new Bought(call.micros(), Texts.hash(orderId), List.copyOf(lines));
    }

    Bought laterOf(Bought other) {
        return compareTo(other) < 0 ? other : this;
    }

    @Override
    public int compareTo(Bought other) {
        return ORDER.compare(this, other);
    }

    void write(StateOutput out, long before) throws IOException {
        out.number(at - before);
        out.hash(order);
        out.number(lines.size());
        for (BoughtLine line : lines) {
            line.write(out);
        }
    }

    static Bought read(StateInput in, long before) throws IOException {
        long at = before + in.number();
        long order = in.hash();
        int size = in.size();
        List<BoughtLine> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lines.add(BoughtLine.read(in));
        }
        return new Bought(at, order, List.copyOf(lines));
    }
}
