package io.rapport.recommendation.session;

/** Hoare's selection: finds the n-th largest value in linear time on average. */
final class Selection {
    private Selection() {}

    /** The {@code rank}-th largest (from 1) of the first {@code count} values, which are reordered on the way. */
    static double largest(double[] values, int count, int rank) {
        int low = 0;
        int high = count - 1;
        int wanted = rank - 1;
        while (low < high) {
            int split = partition(values, low, high);
            if (wanted <= split) {
                high = split;
            } else {
                low = split + 1;
            }
        }
        return values[wanted];
    }

    /** Larger ones to the left; both sides end up smaller than the whole, so that the search always ends. */
    private static int partition(double[] values, int low, int high) {
        double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
        int left = low - 1;
        int right = high + 1;
        while (true) {
            do {
                left++;
            } while (values[left] > pivot);
            do {
                right--;
            } while (values[right] < pivot);
            if (left >= right) {
                return right;
            }
            double swapped = values[left];
            values[left] = values[right];
            values[right] = swapped;
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
