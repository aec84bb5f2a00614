package io.rapport.recommendation.session;

import java.time.Duration;

/**
 * How items become related.
 *
 * @param perItem at most so many related items are kept of each
 * @param shrinkage together/(together + shrinkage): keeps chance meetings of rare items down; 0 leaves them
 * @param lengthPower a session of n items counts n^(−lengthPower): a long one says less of any two of its items
 * @param halfLife a session that ended so long before the newest counts half; zero for no decay
 */
public record CosineParameters(int perItem, double shrinkage, double lengthPower, Duration halfLife) {

    /** Plain item-to-item cosine similarity, item-kNN. */
    public static CosineParameters plain() {
        return new CosineParameters(200, 0, 0, Duration.ZERO);
    }

    /** What serves best for related products and for the cart. */
    public static CosineParameters tuned() {
        return new CosineParameters(200, 2, 0.5, Duration.ofDays(90));
    }
}
