package io.rapport.profile.value;

/**
 * How far ahead value is counted, and how much less later money is worth.
 *
 * @param months of average length (30.44 days)
 * @param monthlyDiscount d, 0.01 for 1 % a month
 */
public record ValueHorizon(int months, double monthlyDiscount) {
    /** @throws IllegalArgumentException unless months are 1 to 600 and the rate is 0 or more */
    public ValueHorizon {
        if (months < 1 || months > 600 || !(monthlyDiscount >= 0 && monthlyDiscount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("No horizon: %d months at %s".formatted(months, monthlyDiscount));
        }
    }
}
