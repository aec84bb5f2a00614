package io.rapport.benchmarks.accuracy;

import it.unimi.dsi.fastutil.ints.IntList;

/** What a customer bought at one moment (epoch milliseconds), each item once. */
record Order(String customer, long at, IntList items) {}
