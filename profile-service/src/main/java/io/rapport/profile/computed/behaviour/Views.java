package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How often pages, screens and products were looked at, and products searched for. */
final class Views {
    private final long[] counts = new long[Counted.values().length];

    /** What is counted; states hold their places, so new ones go to the end. */
    enum Counted {
        PAGES("pageViews"),
        SCREENS("screenViews"),
        PRODUCTS("productViews"),
        SEARCHES("searches");

        private final String trait;

        Counted(String trait) {
            this.trait = trait;
        }

        String trait() {
            return trait;
        }

        static @Nullable Counted of(Call call) {
            return switch (call.type()) {
                case PAGE -> PAGES;
                case SCREEN -> SCREENS;
                case TRACK ->
                    switch (call.event().name()) {
                        case "Product Viewed" -> PRODUCTS;
                        case "Products Searched" -> SEARCHES;
                        default -> null;
                    };
                case IDENTIFY, GROUP, ALIAS -> null;
            };
        }
    }

    void absorb(Call call) {
        Counted counted = Counted.of(call);
        if (counted != null) {
            counts[counted.ordinal()]++;
        }
    }

    void merge(Views other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    void addTo(ObjectNode facts) {
        for (Counted counted : Counted.values()) {
            facts.put(counted.trait, counts[counted.ordinal()]);
        }
    }

    void write(StateOutput out) throws IOException {
        for (long count : counts) {
            out.number(count);
        }
    }

    static Views read(StateInput in) throws IOException {
        Views views = new Views();
        for (int i = 0; i < views.counts.length; i++) {
            views.counts[i] = in.number();
        }
        return views;
    }
}
