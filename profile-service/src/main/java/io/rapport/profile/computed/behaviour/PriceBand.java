package io.rapport.profile.computed.behaviour;

/** Bands of prices, each up to the next one's start, in whatever currency the price is; fixed, so that they never move. */
enum PriceBand {
    UNSAID("", 0),
    UNDER_10("0-10", 0),
    UNDER_25("10-25", 10),
    UNDER_50("25-50", 25),
    UNDER_100("50-100", 50),
    UNDER_250("100-250", 100),
    UNDER_500("250-500", 250),
    UNDER_1000("500-1000", 500),
    FROM_1000("1000+", 1_000);

    private static final long FRACTIONS = 10_000;

    private final String wire;
    private final long from;

    PriceBand(String wire, long from) {
        this.wire = wire;
        this.from = from * FRACTIONS;
    }

    static PriceBand of(Price price) {
        PriceBand band = UNSAID;
        for (PriceBand each : values()) {
            if (each != UNSAID && price.isSaid() && price.amount() >= each.from) {
                band = each;
            }
        }
        return band;
    }

    String wire() {
        return wire;
    }
}
