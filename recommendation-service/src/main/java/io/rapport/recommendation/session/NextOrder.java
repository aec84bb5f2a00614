package io.rapport.recommendation.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What a customer may want in the next order: what the customer bought before, what goes with it, and what everybody
 * buys, each brought to a score of at most 1 and added up by weight. Without a history popularity is left.
 */
public final class NextOrder {
    private static final int POPULAR = 200;
    private static final int AGAIN = 0;
    private static final int RELATED = 1;
    private static final int EVERYBODY = 2;

    private final ItemCosine related;
    private final Popularity popularity;
    private final List<ScoredItem> popular;
    private final Mix mix;

    public NextOrder(ItemCosine related, Popularity popularity, Mix mix) {
        this.related = related;
        this.popularity = popularity;
        this.popular = popularity.top(POPULAR, item -> true);
        this.mix = mix;
    }

    /** The best items for a customer with this history at that moment (epoch milliseconds), the best first. */
    public List<ScoredItem> recommend(List<Purchase> history, long at, int limit, IntPredicate allowed) {
        Request request = new Request(history, at);
        request.voteAgain();
        request.voteRelated();
        request.votePopular();
        return request.best(limit, allowed);
    }

    /**
     * How much each reason counts.
     *
     * @param again bought before, halved after every {@code againHalfLife}
     * @param related goes with what was bought, halved after every {@code relatedHalfLife}
     * @param popular everybody's choice
     */
    public record Mix(double again, double related, double popular, Duration againHalfLife, Duration relatedHalfLife) {

        /** What did best over the validation cuts of two shops' orders. */
        public static Mix tuned() {
            return new Mix(4, 1, 1, Duration.ofDays(365), Duration.ofDays(120));
        }
    }

    private final class Request {
        private final List<Purchase> history;
        private final long at;
        private final ItemScores mixed = new ItemScores();
        private final ItemScores goesWith = new ItemScores();
        private int[] bought = {};

        Request(List<Purchase> history, long at) {
            this.history = history;
            this.at = at;
        }

        /** Once before is ½, twice ⅔: how sure a habit is does not hang on the customer's other habits. */
        void voteAgain() {
            decayed(mix.againHalfLife())
                    .forEach((item, times) -> mixed.vote(item, mix.again() * times / (times + 1), AGAIN));
        }

        void voteRelated() {
            Map<Integer, Double> decayed = decayed(mix.relatedHalfLife());
            bought = decayed.keySet().stream().mapToInt(item -> item).toArray();
            double[] weights =
                    decayed.values().stream().mapToDouble(weight -> weight).toArray();
            related.vote(bought, weights, goesWith);
            double most = 0;
            for (int slot = 0; slot < goesWith.count; slot++) {
                most = Math.max(most, goesWith.scores[slot]);
            }
            for (int slot = 0; most > 0 && slot < goesWith.count; slot++) {
                mixed.vote(goesWith.items[slot], mix.related() * goesWith.scores[slot] / most, RELATED);
            }
        }

        void votePopular() {
            for (ScoredItem item : popular) {
                double share = item.score() / popular.get(0).score();
                mixed.vote(item.item(), mix.popular() * share, EVERYBODY);
            }
        }

        List<ScoredItem> best(int limit, IntPredicate allowed) {
            TopItems top = new TopItems();
            top.reset(limit);
            top.offer(mixed, allowed);
            top.sort();
            List<ScoredItem> answer = new ArrayList<>(top.count);
            for (int rank = 0; rank < top.count; rank++) {
                answer.add(new ScoredItem(top.item(rank), top.score(rank), evidence(top.item(rank))));
            }
            return answer;
        }

        private Evidence evidence(int item) {
            return switch (mixed.bestVoter[mixed.find(item)]) {
                case AGAIN ->
                    new Evidence.FromHistory((int)
                            history.stream().filter(one -> one.item() == item).count());
                case RELATED -> related.evidence(bought, goesWith, item);
                default -> new Evidence.FromPopularity(popularity.times(item));
            };
        }

        private Map<Integer, Double> decayed(Duration halfLife) {
            Map<Integer, Double> weights = new LinkedHashMap<>();
            for (Purchase one : history) {
                double age = (double) (at - one.at()) / halfLife.toMillis();
                weights.merge(one.item(), Math.exp(-Math.log(2) * age), Double::sum);
            }
            return weights;
        }
    }
}
