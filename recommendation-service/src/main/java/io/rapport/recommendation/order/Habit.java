package io.rapport.recommendation.order;

/** How often and how lately one customer bought one item. */
final class Habit {
    static final int COLUMNS = 6;
    private static final double SHORT = 20;
    private static final double LONG = 90;

    private int times = 1;
    private long last;
    private double logGaps;
    private double lately = 1;
    private double lasting = 1;

    Habit(long at) {
        last = at;
    }

    void again(long at) {
        lately = 1 + lately * Halving.of(at - last, SHORT);
        lasting = 1 + lasting * Halving.of(at - last, LONG);
        logGaps += Math.log1p(Halving.days(at - last));
        last = at;
        times++;
    }

    int times() {
        return times;
    }

    long last() {
        return last;
    }

    /** The sum of ln(1 + days) from one purchase to the next. */
    double logGaps() {
        return logGaps;
    }

    /** Once decayed to a half is one third, for ever once is ½: how sure a habit is does not hang on the other habits. */
    void describe(long at, double orders, Row row) {
        double now = lately * Halving.of(at - last, SHORT);
        double ever = lasting * Halving.of(at - last, LONG);
        row.put(true);
        row.put(times > 1);
        row.put(Math.log(times));
        row.put(Math.log(times / orders));
        row.put(now / (1 + now));
        row.put(ever / (1 + ever));
    }
}
