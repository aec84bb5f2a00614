package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;

/** A product of an order; an empty id is not said. */
record BoughtLine(String product, Kind kind) implements Comparable<BoughtLine> {
    private static final Comparator<BoughtLine> ORDER =
            Comparator.comparing(BoughtLine::product).thenComparing(BoughtLine::kind);

    static BoughtLine of(JsonNode product) {
        return new BoughtLine(Products.id(product), Kind.of(product));
    }

    @Override
    public int compareTo(BoughtLine other) {
        return ORDER.compare(this, other);
    }

    void write(StateOutput out) throws IOException {
        out.text(product);
        out.text(kind.category());
        out.text(kind.brand());
        out.number(kind.band().ordinal());
    }

    static BoughtLine read(StateInput in) throws IOException {
        return new BoughtLine(in.text(), new Kind(in.text(), in.text(), PriceBand.values()[in.size()]));
    }
}
