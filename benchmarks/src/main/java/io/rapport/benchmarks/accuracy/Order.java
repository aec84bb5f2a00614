package io.rapport.benchmarks.accuracy;

import it.unimi.dsi.fastutil.ints.IntList;

/**
 * What a customer bought at one moment (epoch milliseconds), each item once.
 *
 * @param place the number of a store or a country
 */
record Order(String customer, int place, long at, IntList items) {}
