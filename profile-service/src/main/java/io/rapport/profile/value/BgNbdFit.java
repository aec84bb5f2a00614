package io.rapport.profile.value;

import java.util.Arrays;
import java.util.List;

/** Maximum likelihood for {@link BgNbd}. Starts and bounds scale with the mean age, so that the unit does not matter. */
final class BgNbdFit {
    /** r, &alpha; per mean age, a, b: lively and lasting, one-time buyers, alike and unlike customers. */
    private static final double[][] STARTS = {
        {0.25, 0.15, 0.8, 2.5}, {1, 1, 1, 1}, {0.5, 0.5, 0.3, 3}, {3, 1, 2, 8},
    };

    /** Parameters stay within this factor of 1 (of the mean age, for &alpha;). */
    private static final double REACH = 1e4;

    private final TransactionSample sample;
    private final List<Weighted<TransactionSample.Group>> sorted;
    private final double meanAge;

    BgNbdFit(TransactionSample sample) {
        this.sample = sample;
        this.sorted = sample.sorted();
        this.meanAge = sorted.stream()
                        .mapToDouble(each -> each.group().age() * each.customers())
                        .sum()
                / sample.customers();
        if (sorted.stream().allMatch(each -> each.group().repeats() == 0)) {
            throw new IllegalArgumentException("Nothing can be learnt from a sample without a repeat purchase");
        }
    }

    Fit<BgNbd> fit() {
        long every = MultiStart.thinning(sample.customers());
        BgNbdLikelihood whole = new BgNbdLikelihood(sorted);
        BgNbdLikelihood coarse = every == 1 ? whole : new BgNbdLikelihood(Weighted.thinned(sorted, every));
        MultiStart.Result result = new MultiStart(starts(), box()).minimise(coarse, whole);
        double[] logs = result.minimum().at();
        return new Fit<>(
                new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]), sample.unit()),
                -result.minimum().value() * sample.customers(),
                sample.customers(),
                result.convergence());
    }

    private List<double[]> starts() {
        return Arrays.stream(STARTS).map(this::logs).toList();
    }

    private Box box() {
        return new Box(
                logs(new double[] {1 / REACH, 1 / REACH, 1 / REACH, 1 / REACH}),
                logs(new double[] {REACH, REACH, REACH, REACH}));
    }

    private double[] logs(double[] parameters) {
        double[] logs = Arrays.stream(parameters).map(Math::log).toArray();
        logs[1] += Math.log(meanAge);
        return logs;
    }
}
