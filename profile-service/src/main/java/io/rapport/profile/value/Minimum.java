package io.rapport.profile.value;

/** Where an optimiser stopped; the array is nobody else's. */
@SuppressWarnings("ArrayRecordComponent")
record Minimum(double[] at, double value, double slope, int iterations, int evaluations, Convergence.Outcome outcome) {}
