package io.rapport.profile.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Descends from several points, on a thinned sample if there is one, and then from the best of them on the whole sample. */
final class MultiStart {
    private static final double SAME_OPTIMUM = 1e-7;
    /** Customers on whom the starts compete. */
    private static final long COMPETITION = 10_000;

    private final List<double[]> starts;
    private final Box box;

    MultiStart(List<double[]> starts, Box box) {
        this.starts = List.copyOf(starts);
        this.box = box;
    }

    /** The starts compete on every so many-th customer. */
    static long thinning(long customers) {
        return Math.max(1, customers / COMPETITION);
    }

    /**
     * The lowest minimum found.
     *
     * @param coarse over a part of the sample, or the same as whole
     * @return the point of the minimum, and how it was reached
     */
    Result minimise(Objective coarse, Objective whole) {
        List<Minimum> found = new ArrayList<>();
        for (double[] start : starts) {
            found.add(QuasiNewton.minimise(coarse, box, start));
        }
        Minimum best =
                found.stream().min(Comparator.comparingDouble(Minimum::value)).orElseThrow();
        int agreeing = (int) found.stream()
                .filter(other -> other.value() <= best.value() + SAME_OPTIMUM * Math.abs(best.value()))
                .count();
        Minimum end = coarse == whole ? best : QuasiNewton.minimise(whole, box, best.at());
        return new Result(
                end,
                new Convergence(
                        end.outcome(), end.slope(), end.iterations(), end.evaluations(), starts.size(), agreeing));
    }

    record Result(Minimum minimum, Convergence convergence) {}
}
