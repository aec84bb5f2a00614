package io.rapport.profile.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Customers of whom the models see the same. */
record Weighted<G>(G group, long customers) {
    static <G> List<Weighted<G>> sorted(Map<G, Long> counts, Comparator<G> order) {
        List<Weighted<G>> sorted = new ArrayList<>(counts.size());
        counts.forEach((group, customers) -> sorted.add(new Weighted<>(group, customers)));
        sorted.sort(Comparator.comparing(Weighted::group, order));
        return sorted;
    }

    /** Every so many-th customer: a systematic sample, in which each stretch of the order keeps its share. */
    static <G> List<Weighted<G>> thinned(List<Weighted<G>> sorted, long every) {
        List<Weighted<G>> kept = new ArrayList<>();
        long passed = every / 2;
        for (Weighted<G> each : sorted) {
            long hits = (passed + each.customers()) / every - passed / every;
            passed += each.customers();
            if (hits > 0) {
                kept.add(new Weighted<>(each.group(), hits));
            }
        }
        return kept;
    }
}
