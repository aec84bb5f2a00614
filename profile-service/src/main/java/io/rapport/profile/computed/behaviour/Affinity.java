package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Interest by category, brand and price band, where a sign weighs half as much for every 30 days that it is older. What is
 * shown are shares of the whole: as everything fades alike, time alone changes none of them, so that days are counted back
 * from the latest sign and not from now. Sums are of whole numbers, 2⁻⁴⁰ of a look each, the same in any order.
 */
final class Affinity {
    static final int HALF_LIFE_DAYS = 30;
    static final int SHOWN = 10;
    private static final double ONE = 0x1p40;
    private static final long MOST_WEIGHT = 100_000;

    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST = Map.Entry.<String, Long>comparingByValue(
                    Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey());

    private final int latest;
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Long> brands = new HashMap<>();
    private final Map<String, Long> bands = new HashMap<>();

    Affinity(int latest) {
        this.latest = latest;
    }

    void add(Kind kind, int day, long weight) {
        long score = Math.min(weight, MOST_WEIGHT)
                * Math.round(ONE * StrictMath.pow(2, -(latest - day) / (double) HALF_LIFE_DAYS));
        add(categories, kind.category(), score);
        add(brands, kind.brand(), score);
        add(bands, kind.band().wire(), score);
    }

    private static void add(Map<String, Long> scores, String value, long score) {
        if (!value.isEmpty() && score > 0) {
            scores.merge(value, score, Affinity::sum);
        }
    }

    /** At the most that a number holds: sums of what is not negative still come out alike in any order. */
    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    void addTo(ObjectNode facts) {
        if (categories.isEmpty() && brands.isEmpty() && bands.isEmpty()) {
            return;
        }
        ObjectNode affinity = facts.putObject("affinity");
        addTo(affinity, "category", "topCategory", categories);
        addTo(affinity, "brand", "topBrand", brands);
        addTo(affinity, "priceBand", "topPriceBand", bands);
    }

    private static void addTo(ObjectNode affinity, String name, String top, Map<String, Long> scores) {
        ArrayNode shares = affinity.putArray(name);
        long total = scores.values().stream().reduce(0L, Affinity::sum);
        List<Map.Entry<String, Long>> most =
                scores.entrySet().stream().sorted(MOST_FIRST).limit(SHOWN).toList();
        for (Map.Entry<String, Long> each : most) {
            shares.addObject()
                    .put("value", each.getKey())
                    .put("share", Rounded.toFourPlaces((double) each.getValue() / total));
        }
        if (!most.isEmpty()) {
            affinity.put(top, most.get(0).getKey());
        }
    }
}
