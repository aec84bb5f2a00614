package io.rapport.profile.value;

import java.util.List;
import java.util.Objects;

/**
 * The beta-geometric/NBD model of when customers buy and when they leave: while alive a customer buys at a rate
 * &lambda; ~ gamma(r, rate &alpha;), and leaves after any repeat purchase with probability p ~ beta(a, b). P. S. Fader, B. G. S.
 * Hardie and K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24(2), 2005.
 *
 * @param r shape of the rates' distribution
 * @param alpha its rate, in the model's unit of time
 * @param a of the distribution of dropout probabilities; the mean is a / (a + b)
 * @param b of the same
 * @param unit of all times
 */
public record BgNbd(double r, double alpha, double a, double b, TimeStep unit) {
    /** @throws IllegalArgumentException unless all parameters are positive and finite */
    public BgNbd {
        Objects.requireNonNull(unit, "unit");
        for (double parameter : new double[] {r, alpha, a, b}) {
            if (!(parameter > 0 && parameter < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Parameters must be positive: r %s, alpha %s, a %s, b %s".formatted(r, alpha, a, b));
            }
        }
    }

    /**
     * The model of greatest likelihood.
     *
     * @throws IllegalArgumentException if nobody in the sample has bought again
     */
    public static Fit<BgNbd> fit(TransactionSample sample) {
        return new BgNbdFit(sample).fit();
    }

    /** ln L(r, &alpha;, a, b | x, t_x, T): section 7 of the paper. */
    public double logLikelihood(PurchaseHistory history) {
        BgNbdLikelihood likelihood = new BgNbdLikelihood(List.of(new Weighted<>(group(history), 1)));
        return -likelihood.value(new double[] {Math.log(r), Math.log(alpha), Math.log(a), Math.log(b)}, new double[4]);
    }

    private TransactionSample.Group group(PurchaseHistory history) {
        require(history);
        return new TransactionSample.Group(history.repeats(), history.recency(), history.age());
    }

    /**
     * P(alive | x, t_x, T) at the end of the observation. Fader, Hardie and Lee, Computing P(alive) Using the BG/NBD Model
     * (2008). It is 1 for x = 0: in this model one leaves after a repeat purchase only.
     */
    public double probabilityAlive(PurchaseHistory history) {
        require(history);
        int x = history.repeats();
        if (x == 0) {
            return 1;
        }
        double silence = Math.log1p((history.age() - history.recency()) / (alpha + history.recency()));
        return 1 / (1 + Math.exp(Math.log(a / (b + x - 1)) + (r + x) * silence));
    }

    /** 1 - P(alive), so 0 for who bought once, of whose staying the model knows nothing. */
    public double churnRisk(PurchaseHistory history) {
        return 1 - probabilityAlive(history);
    }

    /** E[X(t)]: repeat purchases of a new customer within a time from the first purchase; equation 9. */
    public double expectedPurchases(double time) {
        return expectation(0, 0).within(time);
    }

    /** E[Y(t) | x, t_x, T]: purchases within a time from the end of the observation; equation 10. */
    public double expectedPurchases(PurchaseHistory history, double time) {
        return probabilityAlive(history) * expectation(history).within(time);
    }

    /** Of a customer who is alive at the end of the history. */
    AliveExpectation expectation(PurchaseHistory history) {
        require(history);
        return expectation(history.repeats(), history.age());
    }

    private AliveExpectation expectation(int repeats, double age) {
        return new AliveExpectation(r + repeats, alpha + age, a, b + repeats);
    }

    private void require(PurchaseHistory history) {
        if (history.unit() != unit) {
            throw new IllegalArgumentException("A model in " + unit + " cannot judge a history in " + history.unit());
        }
    }
}
