package io.rapport.profile.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The different times of a sample, in order. */
final class Times {
    private final double[] values;

    private Times(double[] values) {
        this.values = values;
    }

    static Times of(List<Weighted<TransactionSample.Group>> sample) {
        return new Times(sample.stream()
                .flatMapToDouble(weighted ->
                        DoubleStream.of(weighted.group().age(), weighted.group().recency()))
                .sorted()
                .distinct()
                .toArray());
    }

    int position(double time) {
        return Arrays.binarySearch(values, time);
    }

    double[] values() {
        return values.clone();
    }
}
