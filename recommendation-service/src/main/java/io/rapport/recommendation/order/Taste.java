package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.Shortlist;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

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
    private final Int2ObjectLinkedOpenHashMap<Liking> likings = new Int2ObjectLinkedOpenHashMap<>();

    private final Liking unbought;
    private final Shortlist kin;
    private final Int2DoubleOpenHashMap kinship = new Int2DoubleOpenHashMap();

    Taste(Tastes tastes, Customer customer, long at) {
        this.tastes = tastes;
        this.at = at;
        customer.history().forEach(this::take);
        double all =
                likings.values().stream().mapToDouble(liking -> liking.weight).sum();
        this.unbought = new Liking();
        this.unbought.lift = Math.log(PRIOR / (all + PRIOR));
        likings.forEach((value, liking) -> liking.compare(tastes.share(value), all));
        this.kin = kin();
        for (int rank = 0; rank < kin.size(); rank++) {
            kinship.put(kin.item(rank), kin.score(rank) / kin.score(0));
        }
    }

    @Override
    public void propose(Candidates candidates) {
        int[] values = likings.keySet().toIntArray();
        IntArrays.quickSort(values, (one, other) -> Double.compare(likings.get(other).weight, likings.get(one).weight));
        for (int rank = 0; rank < Math.min(PROPOSED, values.length); rank++) {
            propose(values[rank], candidates);
        }
        for (int rank = 0; rank < Math.min(PROPOSED, kin.size()); rank++) {
            propose(kin.item(rank), candidates);
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
            Liking liking = likings.getOrDefault(value, unbought);
            lifts += liking.lift;
            mostLift = Math.max(mostLift, liking.lift);
            often = Math.max(often, liking.weight);
            lastly = Math.max(lastly, liking.lately);
            common += tastes.logShare(value);
            kinships += kinship.get(value);
            logDays = Math.min(logDays, liking.logDays);
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
        double lately = Halving.of(at - purchase.at(), LATELY);
        double logDays = Math.log1p(Halving.days(at - purchase.at()));
        for (int value : tastes.values(purchase.item())) {
            Liking liking = likings.getAndMoveToLast(value);
            if (liking == null) {
                liking = new Liking();
                likings.put(value, liking);
            }
            liking.weight += weight;
            liking.lately += lately;
            liking.logDays = logDays;
        }
    }

    private Shortlist kin() {
        int from = Math.max(0, likings.size() - Tastes.LATEST);
        int[] values = Arrays.copyOfRange(likings.keySet().toIntArray(), from, likings.size());
        double[] votes = Arrays.stream(values)
                .mapToDouble(value -> likings.get(value).weight)
                .toArray();
        return tastes.kindred().shortlist(values, votes, KIN);
    }

    private void propose(int value, Candidates candidates) {
        for (int item : tastes.popular(value)) {
            candidates.add(item);
        }
    }

    /** How much and how lately one value was bought. */
    private static final class Liking {
        double weight;
        double lately;
        double logDays = LOG_NEVER;
        /** How many times more often than everybody, as a logarithm; drawn to 0 where little is known of the customer. */
        double lift;

        void compare(double usual, double all) {
            lift = Math.log((weight + PRIOR * usual) / (all + PRIOR) / usual);
        }
    }
}
