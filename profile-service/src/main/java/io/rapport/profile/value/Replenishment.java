package io.rapport.profile.value;

import java.time.LocalDate;

/**
 * When a customer is likely to need a product again.
 *
 * @param intervalDays median of the time to the next purchase
 * @param due the day that this falls on
 * @param earliest before it one next purchase in ten is expected
 * @param latest after it, one in ten
 * @param ownWeight how much the customer's own gaps weigh against everybody's, 0 to 1
 */
public record Replenishment(
        double intervalDays, LocalDate due, LocalDate earliest, LocalDate latest, double ownWeight) {
    /** &Phi;⁻¹(0.9). */
    private static final double NINE_TENTHS = 1.2815515655446004;
    /** Nobody waits for longer; it keeps dates from overflowing. */
    private static final double LONGEST_DAYS = 36_525;

    static Replenishment of(LocalDate last, double logDays, double spread, double ownWeight) {
        double reach = NINE_TENTHS * spread;
        return new Replenishment(
                Math.exp(logDays),
                after(last, logDays),
                after(last, logDays - reach),
                after(last, logDays + reach),
                ownWeight);
    }

    private static LocalDate after(LocalDate last, double logDays) {
        return last.plusDays(Math.round(Math.min(LONGEST_DAYS, Math.exp(logDays))));
    }

    public boolean isDue(LocalDate today) {
        return !today.isBefore(due);
    }
}
