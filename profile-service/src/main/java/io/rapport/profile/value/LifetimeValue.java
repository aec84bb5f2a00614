package io.rapport.profile.value;

/**
 * What customers will still spend, in money of today: the expected spend of a transaction times the discounted expected
 * transactions (Fader, Hardie and Lee, RFM and CLV, 2005; here over a finite horizon),
 *
 * <pre>E(Z) · sum over months m of (E[Y(m)] - E[Y(m-1)]) / (1+d)^m</pre>
 *
 * with a month's purchases discounted as if made at its end, as lifetimes' {@code customer_lifetime_value} does. It is
 * revenue; times a margin it is profit. Past purchases are not in it.
 */
public record LifetimeValue(BgNbd purchases, GammaGamma spend) {
    public double of(PurchaseHistory history, ValueHorizon horizon) {
        return of(history, horizon, purchases.unit().perMonth());
    }

    double of(PurchaseHistory history, ValueHorizon horizon, double stepsPerMonth) {
        return score(history, horizon, stepsPerMonth).lifetimeValue();
    }

    /** All of a customer's figures at once. */
    public CustomerValue score(PurchaseHistory history, ValueHorizon horizon) {
        return score(history, horizon, purchases.unit().perMonth());
    }

    private CustomerValue score(PurchaseHistory history, ValueHorizon horizon, double stepsPerMonth) {
        AliveExpectation expectation = purchases.expectation(history);
        double discounted = 0;
        double factor = 1;
        double purchased = 0;
        for (int month = 1; month <= horizon.months(); month++) {
            double before = purchased;
            purchased = expectation.within(month * stepsPerMonth);
            factor /= 1 + horizon.monthlyDiscount();
            discounted += (purchased - before) * factor;
        }
        double alive = purchases.probabilityAlive(history);
        double amount = spend.expectedSpend(history);
        return new CustomerValue(alive, 1 - alive, alive * purchased, amount, amount * alive * discounted);
    }
}
