package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Purchase;

/** Whether an item costs what the customer's purchases cost, and is bought in orders as large as the customer's. */
final class Purse implements Aspect {
    private static final double PRIOR = 3;

    private final ItemAttributes attributes;
    private final double[] logSizes;
    private final double[] counts;
    private final double usualSize;

    Purse(Orders orders, ItemAttributes attributes) {
        this.attributes = attributes;
        int bound = orders.itemBound();
        logSizes = new double[bound];
        counts = new double[bound];
        double sizes = 0;
        double all = 0;
        for (Orders.Order order : orders.all()) {
            for (int item : order.items()) {
                logSizes[item] += Math.log(order.items().length);
                counts[item]++;
                sizes += Math.log(order.items().length);
                all++;
            }
        }
        usualSize = all == 0 ? 0 : sizes / all;
    }

    @Override
    public Reading read(Customer customer, long at) {
        double price = 0;
        double priced = 0;
        for (Purchase one : customer.history()) {
            double cost = attributes.price(one.item());
            if (cost > 0) {
                price += Math.log(cost);
                priced++;
            }
        }
        double usualPrice = priced == 0 ? 0 : price / priced;
        boolean known = priced > 0;
        double size = customer.history().isEmpty()
                ? usualSize
                : Math.log((double) customer.history().size() / customer.orders());
        return new Reading() {
            @Override
            public void propose(Candidates candidates) {}

            @Override
            public void describe(int item, Row row) {
                double cost = attributes.price(item);
                boolean comparable = known && cost > 0;
                double distance = comparable ? Math.log(cost) - usualPrice : 0;
                row.put(Math.abs(distance));
                row.put(distance * distance);
                row.put(cost > 0 ? Math.log(cost) : 0);
                double itemSize = sizeOf(item) - usualSize;
                row.put(itemSize);
                row.put(itemSize * (size - usualSize));
            }
        };
    }

    private double sizeOf(int item) {
        double count = item < counts.length ? counts[item] : 0;
        double sum = item < counts.length ? logSizes[item] : 0;
        return (sum + PRIOR * usualSize) / (count + PRIOR);
    }
}
