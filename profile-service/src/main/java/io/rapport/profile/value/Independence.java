package io.rapport.profile.value;

import java.util.List;

/**
 * Whether spend may be modelled apart from frequency, as Fader, Hardie and Lee (RFM and CLV, Journal of Marketing Research
 * 42, 2005) check on CDNOW, where they found 0.11.
 *
 * @param correlation Pearson's, of repeat transactions and mean spend; 0 where either is the same for all
 * @param customers with repeat purchases of positive spend
 */
public record Independence(double correlation, long customers) {
    /** Ours, no test: beyond it frequency explains a tenth of the variance of spend. */
    private static final double NEAR = 0.3;

    public boolean nearlyHolds() {
        return Math.abs(correlation) <= NEAR;
    }

    static Independence of(List<Weighted<SpendSample.Group>> sample) {
        double n = 0;
        double meanX = 0;
        double meanZ = 0;
        double xx = 0;
        double zz = 0;
        double xz = 0;
        // One pass, weighted, without cancellation: Welford's update.
        for (Weighted<SpendSample.Group> each : sample) {
            double w = each.customers();
            n += w;
            double dx = each.group().repeats() - meanX;
            double dz = each.group().meanSpend() - meanZ;
            meanX += dx * w / n;
            meanZ += dz * w / n;
            xx += w * dx * (each.group().repeats() - meanX);
            zz += w * dz * (each.group().meanSpend() - meanZ);
            xz += w * dx * (each.group().meanSpend() - meanZ);
        }
        double spread = Math.sqrt(xx) * Math.sqrt(zz);
        return new Independence(spread > 0 ? xz / spread : 0, (long) n);
    }
}
