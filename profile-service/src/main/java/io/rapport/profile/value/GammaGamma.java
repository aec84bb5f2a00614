package io.rapport.profile.value;

/**
 * The Gamma-Gamma model of what a transaction is worth: a customer's amounts are gamma(p, rate &nu;), and &nu; is
 * gamma(q, rate &gamma;) among customers, whatever their frequency. P. S. Fader and B. G. S. Hardie, The Gamma-Gamma Model of
 * Monetary Value (2013).
 *
 * @param p shape of a customer's amounts
 * @param q shape of the customers' distribution; more than 1, else the mean spend of a new customer would be infinite
 * @param gamma its rate, in the currency of the sample; others call it v
 */
public record GammaGamma(double p, double q, double gamma) {
    /** @throws IllegalArgumentException for parameters out of their range */
    public GammaGamma {
        if (!(p > 0 && q > 1 && gamma > 0)
                || Double.isInfinite(p)
                || Double.isInfinite(q)
                || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException(
                    "Parameters must be positive, and q above 1: p %s, q %s, gamma %s".formatted(p, q, gamma));
        }
    }

    /**
     * The model of greatest likelihood.
     *
     * @throws IllegalArgumentException if the sample has no customer with repeat purchases of positive spend
     */
    public static Fit<GammaGamma> fit(SpendSample sample) {
        return new GammaGammaFit(sample).fit();
    }

    /** Mean spend of all customers: p&gamma; / (q-1). */
    public double meanSpend() {
        return p * gamma / (q - 1);
    }

    /**
     * E(Z | x, z&#x304;), what a transaction of this customer is expected to be worth: equation 5, a weighted mean of their own
     * spend and everybody's. Everybody's alone for who has no repeat purchase of positive spend.
     */
    public double expectedSpend(PurchaseHistory history) {
        if (!history.hasSpend()) {
            return meanSpend();
        }
        double px = p * history.repeats();
        double own = px / (px + q - 1);
        return own * history.meanSpend() + (1 - own) * meanSpend();
    }
}
