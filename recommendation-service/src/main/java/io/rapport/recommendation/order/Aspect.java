package io.rapport.recommendation.order;

/** One kind of evidence about next orders, learned from the orders before some moment. Safe for any number of threads. */
interface Aspect {

    /** Looks at a customer at that moment (epoch milliseconds). */
    Reading read(Customer customer, long at);

    /** What an aspect says about one customer. */
    interface Reading {

        /** Names items that the customer might buy. */
        void propose(Candidates candidates);

        /** Says what is known of an item and the customer, always in as many columns. */
        void describe(int item, Row row);
    }
}
