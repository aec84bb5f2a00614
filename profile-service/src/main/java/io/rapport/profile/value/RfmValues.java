package io.rapport.profile.value;

/**
 * What RFM looks at.
 *
 * @param recency time since the last order, in days
 * @param frequency orders
 * @param monetary what was paid in all, net
 */
public record RfmValues(double recency, long frequency, double monetary) {
    public RfmValues {
        if (!(recency >= 0) || frequency < 0 || !Double.isFinite(monetary)) {
            throw new IllegalArgumentException(
                    "No customer has recency %s, frequency %d and %s paid".formatted(recency, frequency, monetary));
        }
    }
}
