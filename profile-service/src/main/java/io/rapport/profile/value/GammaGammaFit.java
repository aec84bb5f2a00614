package io.rapport.profile.value;

import java.util.Arrays;
import java.util.List;

/** Maximum likelihood for {@link GammaGamma}. Starts and bounds scale with the mean spend: the currency does not matter. */
final class GammaGammaFit {
    /** p, q and &gamma; per mean spend; each has about the right mean, p&gamma; / (q-1) = 1. */
    private static final double[][] STARTS = {{1, 2, 1}, {6, 4, 0.5}, {0.5, 3, 4}, {20, 3, 0.1}};

    private static final double[] LOWER = {1e-3, 1.001, 1e-6};
    private static final double[] UPPER = {1e4, 1e4, 1e6};

    private final List<Weighted<SpendSample.Group>> sorted;
    private final long customers;
    private final double meanSpend;

    GammaGammaFit(SpendSample sample) {
        sorted = sample.sorted();
        customers = sample.customers();
        if (customers == 0) {
            throw new IllegalArgumentException("Nobody in the sample has repeat purchases of positive spend");
        }
        meanSpend = sorted.stream()
                        .mapToDouble(each -> each.group().meanSpend() * each.customers())
                        .sum()
                / customers;
    }

    Fit<GammaGamma> fit() {
        long every = MultiStart.thinning(customers);
        GammaGammaLikelihood whole = new GammaGammaLikelihood(sorted);
        GammaGammaLikelihood coarse = every == 1 ? whole : new GammaGammaLikelihood(Weighted.thinned(sorted, every));
        Box box = new Box(logs(LOWER), logs(UPPER));
        List<double[]> starts = Arrays.stream(STARTS).map(this::logs).toList();
        MultiStart.Result result = new MultiStart(starts, box).minimise(coarse, whole);
        double[] logs = result.minimum().at();
        return new Fit<>(
                new GammaGamma(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2])),
                -result.minimum().value() * customers,
                customers,
                result.convergence());
    }

    private double[] logs(double[] parameters) {
        double[] logs = Arrays.stream(parameters).map(Math::log).toArray();
        logs[2] += Math.log(meanSpend);
        return logs;
    }
}
