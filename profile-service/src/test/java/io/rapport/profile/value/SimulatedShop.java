package io.rapport.profile.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Customers who live by the models, so that what a fit should find is known. Times are whole days, told in weeks. */
final class SimulatedShop {
    private final Random random;
    private final BgNbd purchases;
    private final GammaGamma spend;

    SimulatedShop(long seed, BgNbd purchases, GammaGamma spend) {
        this.random = new Random(seed);
        this.purchases = purchases;
        this.spend = spend;
    }

    /** Of ages between the two, in weeks. */
    List<PurchaseHistory> customers(int number, int youngest, int oldest) {
        List<PurchaseHistory> histories = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            histories.add(customer(youngest * 7 + random.nextInt((oldest - youngest) * 7 + 1)));
        }
        return histories;
    }

    private PurchaseHistory customer(int days) {
        double rate = gamma(purchases.r()) / purchases.alpha() / 7;
        double ofA = gamma(purchases.a());
        double leaves = ofA / (ofA + gamma(purchases.b()));
        double time = -Math.log1p(-random.nextDouble()) / rate;
        double last = 0;
        int repeats = 0;
        while (time <= days) {
            last = time;
            repeats++;
            time = random.nextDouble() < leaves
                    ? Double.POSITIVE_INFINITY
                    : time - Math.log1p(-random.nextDouble()) / rate;
        }
        double recency = repeats == 0 ? 0 : Math.max(1, Math.round(last));
        return new PurchaseHistory(repeats, recency / 7, days / 7.0, meanSpend(repeats), TimeStep.WEEK);
    }

    /** The mean of x amounts that are gamma(p, &nu;) is gamma(px, &nu;x). */
    private double meanSpend(int repeats) {
        double scale = gamma(spend.q()) / spend.gamma();
        return repeats == 0 ? 0 : Math.max(0.01, gamma(spend.p() * repeats) / repeats / scale);
    }

    /** Marsaglia and Tsang (2000); for shapes below 1 by their section 6. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + c * normal, 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }
}
