package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.ScoredItem;
import it.unimi.dsi.fastutil.ints.Int2DoubleLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;

/** One customer's taste in one kind of attribute: values bought more often than by everybody, when last, and their kin. */
final class Taste implements Aspect.Reading {
    private static final double PRIOR = 4;
    private static final double LASTING = 200;
    private static final double LATELY = 20;
    private static final int PROPOSED = 12;
    private static final int KIN = 200;
    private static final double LOG_NEVER = Math.log1p(400);

    private final Tastes tastes;
    private final long at;
    /** The value last bought last. */
    private final Int2DoubleLinkedOpenHashMap weights = new Int2DoubleLinkedOpenHashMap();

    private final Int2DoubleOpenHashMap lately = new Int2DoubleOpenHashMap();
    private final Int2LongOpenHashMap last = new Int2LongOpenHashMap();
    private final List<ScoredItem> kin;
    private final Int2DoubleOpenHashMap kinship = new Int2DoubleOpenHashMap();
    private double all;

    Taste(Tastes tastes, Customer customer, long at) {
        this.tastes = tastes;
        this.at = at;
        customer.history().forEach(this::take);
        this.kin = kin();
        kin.forEach(one -> kinship.put(one.item(), one.score() / kin.get(0).score()));
    }

    @Override
    public void propose(Candidates candidates) {
        int[] values = weights.keySet().toIntArray();
        IntArrays.quickSort(values, (one, other) -> Double.compare(weights.get(other), weights.get(one)));
        for (int rank = 0; rank < Math.min(PROPOSED, values.length); rank++) {
            propose(values[rank], candidates);
        }
        for (int rank = 0; rank < Math.min(PROPOSED, kin.size()); rank++) {
            propose(kin.get(rank).item(), candidates);
        }
    }

    /** An item with several values has their mean or their largest. */
    @Override
    public void describe(int item, Row row) {
        double lifts = 0;
        double mostLift = Double.NEGATIVE_INFINITY;
        double often = 0;
        double lastly = 0;
        double common = 0;
        double kinships = 0;
        double logDays = LOG_NEVER;
        int[] values = tastes.values(item);
        for (int value : values) {
            double lift = lift(value);
            lifts += lift;
            mostLift = Math.max(mostLift, lift);
            often = Math.max(often, weights.get(value));
            lastly = Math.max(lastly, lately.get(value));
            common += Math.log(tastes.share(value));
            kinships += kinship.get(value);
            logDays = Math.min(logDays, logDays(value));
        }
        int count = Math.max(1, values.length);
        row.put(lifts / count);
        row.put(values.length == 0 ? 0 : mostLift);
        row.put(often / (1 + often));
        row.put(lastly / (1 + lastly));
        row.put(common / count);
        row.putScore(kinships / count);
        row.put(logDays);
    }

    private void take(Purchase purchase) {
        double weight = Halving.of(at - purchase.at(), LASTING);
        for (int value : tastes.values(purchase.item())) {
            weights.putAndMoveToLast(value, weights.get(value) + weight);
            lately.addTo(value, Halving.of(at - purchase.at(), LATELY));
            last.put(value, purchase.at());
            all += weight;
        }
    }

    private List<ScoredItem> kin() {
        int from = Math.max(0, weights.size() - Tastes.LATEST);
        int[] values = Arrays.copyOfRange(weights.keySet().toIntArray(), from, weights.size());
        double[] votes = Arrays.copyOfRange(weights.values().toDoubleArray(), from, weights.size());
        return tastes.kindred().relatedOrSame(values, votes, KIN, any -> true);
    }

    private void propose(int value, Candidates candidates) {
        for (int item : tastes.popular(value)) {
            candidates.add(item);
        }
    }

    /** How many times more often than everybody, as a logarithm; drawn to 0 where little is known of the customer. */
    private double lift(int value) {
        double usual = tastes.share(value);
        return Math.log((weights.get(value) + PRIOR * usual) / (all + PRIOR) / usual);
    }

    private double logDays(int value) {
        return last.containsKey(value) ? Math.log1p(Halving.days(at - last.get(value))) : LOG_NEVER;
    }
}
