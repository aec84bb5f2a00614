package io.rapport.recommendation.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which items are seen or bought together: the cosine between two items' columns in the matrix of sessions and items
 * (item-kNN: Sarwar, Karypis, Konstan, Riedl: "Item-based collaborative filtering recommendation algorithms", WWW 2001).
 * Immutable, safe for any number of threads.
 */
public final class ItemCosine {
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    final Related related;

    ItemCosine(Related related) {
        this.related = related;
    }

    public static ItemCosine build(Sessions sessions, CosineParameters parameters) {
        return new ItemCosine(new CosineBuild(sessions, parameters).run());
    }

    /** What goes best with an item. */
    public List<ScoredItem> related(int item, int limit, IntPredicate allowed) {
        return related(new int[] {item}, new double[] {1}, limit, allowed);
    }

    /** What goes best with several items together, each with its weight; themselves left out. */
    public List<ScoredItem> related(int[] items, double[] weights, int limit, IntPredicate allowed) {
        return best(items, weights, limit, item -> !contains(items, item) && allowed.test(item));
    }

    /** The same, but one of the items may itself be what goes best with the others. */
    public List<ScoredItem> relatedOrSame(int[] items, double[] weights, int limit, IntPredicate allowed) {
        return best(items, weights, limit, allowed);
    }

    /** The same without why, for candidates that are ranked further. */
    public Shortlist shortlist(int[] items, double[] weights, int limit) {
        return new Shortlist(scored(items, weights, limit, any -> true).top);
    }

    /** One more than the largest item it knows. */
    public int itemBound() {
        return related.rows();
    }

    void write(SnapshotWriter out) throws IOException {
        related.write(out);
    }

    static ItemCosine read(SnapshotReader in) throws IOException {
        return new ItemCosine(Related.read(in));
    }

    void vote(int[] items, double[] weights, ItemScores scores) {
        scores.clear();
        for (int voter = 0; voter < items.length; voter++) {
            int row = items[voter];
            for (int at = start(row); at < end(row); at++) {
                scores.vote(related.items[at], weights[voter] * related.scores[at], voter);
            }
        }
    }

    Evidence evidence(int[] items, ItemScores scores, int item) {
        int with = items[scores.bestVoter[scores.find(item)]];
        return new Evidence.FromItems(related.together(with, item), with);
    }

    private List<ScoredItem> best(int[] items, double[] weights, int limit, IntPredicate allowed) {
        return explained(items, scored(items, weights, limit, allowed));
    }

    private Scratch scored(int[] items, double[] weights, int limit, IntPredicate allowed) {
        Scratch scratch = SCRATCH.get();
        vote(items, weights, scratch.scores);
        scratch.top.reset(limit);
        scratch.top.offer(scratch.scores, allowed);
        scratch.top.sort();
        return scratch;
    }

    private List<ScoredItem> explained(int[] items, Scratch scratch) {
        List<ScoredItem> answer = new ArrayList<>(scratch.top.count);
        for (int rank = 0; rank < scratch.top.count; rank++) {
            int item = scratch.top.item(rank);
            answer.add(new ScoredItem(item, scratch.top.score(rank), evidence(items, scratch.scores, item)));
        }
        return answer;
    }

    private int start(int row) {
        return row < related.rows() ? related.starts[row] : 0;
    }

    private int end(int row) {
        return row < related.rows() ? related.starts[row + 1] : 0;
    }

    private static boolean contains(int[] items, int item) {
        for (int one : items) {
            if (one == item) {
                return true;
            }
        }
        return false;
    }

    private static final class Scratch {
        final ItemScores scores = new ItemScores();
        final TopItems top = new TopItems();
    }
}
