package io.rapport.profile.computed.population;

import io.rapport.profile.value.BgNbd;
import io.rapport.profile.value.Calibration;
import io.rapport.profile.value.Fit;
import io.rapport.profile.value.GammaGamma;
import io.rapport.profile.value.LifetimeValue;
import io.rapport.profile.value.Purchase;
import io.rapport.profile.value.PurchaseHistory;
import io.rapport.profile.value.RfmBorders;
import io.rapport.profile.value.RfmValues;
import io.rapport.profile.value.SpendSample;
import io.rapport.profile.value.TimeStep;
import io.rapport.profile.value.TransactionSample;
import io.rapport.profile.value.ValueHorizon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt from all customers' orders: the borders of RFM quintiles, and BG/NBD with Gamma-Gamma. Orders are rows of one
 * currency, net of refunds and without cancelled ones; a day's are one transaction, time is in weeks.
 *
 * @param learntUpTo the last day whose orders were seen
 * @param rfm null if nobody has ordered
 * @param lifetime null until {@link #LEAST_REPEATERS} customers have bought again, or where a fit reached no optimum and there
 *     was none before
 */
public record ValueModels(
        LocalDate learntUpTo,
        @Nullable RfmBorders rfm,
        @Nullable LifetimeValue lifetime) {
    /** Seven parameters from fewer customers than that would say more of chance than of them. */
    public static final int LEAST_REPEATERS = 50;

    private static final double PARTS_OF_MONEY = 10_000;

    /** Twelve months, at 1 % a month as in lifetimes' documentation: 12.7 % a year. */
    public static final ValueHorizon HORIZON = new ValueHorizon(12, 0.01);

    /**
     * Learns anew.
     *
     * @param customers each one's orders
     * @param previous what to keep of where a fit does not succeed; null the first time
     */
    public static ValueModels of(
            LocalDate today, Collection<List<Purchase>> customers, @Nullable ValueModels previous) {
        Calibration calibration = Calibration.daysInWeeks(today);
        List<RfmValues> values =
                customers.stream().flatMap(each -> rfm(each, today).stream()).toList();
        List<PurchaseHistory> histories = customers.stream()
                .flatMap(each -> calibration.history(each).stream())
                .toList();
        LifetimeValue fitted = fit(histories).orElse(previous == null ? null : previous.lifetime);
        return new ValueModels(today, values.isEmpty() ? null : RfmBorders.of(values), fitted);
    }

    private static Optional<LifetimeValue> fit(List<PurchaseHistory> histories) {
        TransactionSample transactions = new TransactionSample(TimeStep.WEEK);
        SpendSample spend = new SpendSample();
        for (PurchaseHistory history : histories) {
            transactions.add(history);
            spend.add(history);
        }
        if (spend.customers() < LEAST_REPEATERS) {
            return Optional.empty();
        }
        Fit<BgNbd> purchases = BgNbd.fit(transactions);
        Fit<GammaGamma> amounts = GammaGamma.fit(spend);
        boolean reached =
                purchases.convergence().reached() && amounts.convergence().reached();
        return reached ? Optional.of(new LifetimeValue(purchases.model(), amounts.model())) : Optional.empty();
    }

    private static Optional<RfmValues> rfm(List<Purchase> orders, LocalDate today) {
        List<Purchase> seen =
                orders.stream().filter(order -> !order.day().isAfter(today)).toList();
        return seen.stream()
                .map(Purchase::day)
                .max(LocalDate::compareTo)
                .map(last -> new RfmValues(
                        ChronoUnit.DAYS.between(last, today),
                        seen.size(),
                        rounded(seen.stream().mapToDouble(Purchase::amount).sum())));
    }

    /** Who spent the same is in the same fifth, in whatever order the sums were added up. */
    private static double rounded(double sum) {
        return Math.round(sum * PARTS_OF_MONEY) / PARTS_OF_MONEY;
    }

    /** A customer's traits today; empty for who has not ordered. They change with the day, and with each order. */
    public Optional<ValueTraits> judge(List<Purchase> orders, LocalDate today) {
        RfmBorders borders = rfm;
        return borders == null
                ? Optional.empty()
                : rfm(orders, today)
                        .map(values -> new ValueTraits(
                                borders.score(values),
                                lifetime == null
                                        ? null
                                        : Calibration.daysInWeeks(today)
                                                .history(orders)
                                                .map(history -> lifetime.score(history, HORIZON))
                                                .orElse(null)));
    }
}
