package io.rapport.benchmarks.accuracy;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Coordinate search over hyper-parameters: one axis after the other is set to its best value while the others stay, over
 * and over until nothing changes or the rounds are used up. It sees validation questions only.
 */
final class Search {
    private final List<Axis> axes;
    private final int rounds;
    private final PrintStream log;

    Search(List<Axis> axes, int rounds, PrintStream log) {
        this.axes = axes;
        this.rounds = rounds;
        this.log = log;
    }

    /** One hyper-parameter: its name, the index of the value to start from, and the values to try. */
    record Axis(String name, int start, List<Double> values) {
        static Axis of(String name, int start, Double... values) {
            return new Axis(name, start, List.of(values));
        }
    }

    /** The values, one of each axis in order, of the largest quality that was found. */
    List<Double> best(ToDoubleFunction<List<Double>> asked) {
        Map<List<Double>, Double> known = new HashMap<>();
        ToDoubleFunction<List<Double>> quality = tried -> known.computeIfAbsent(tried, asked::applyAsDouble);
        int[] chosen = axes.stream().mapToInt(Axis::start).toArray();
        double best = quality.applyAsDouble(values(chosen));
        boolean improved = true;
        for (int round = 0; round < rounds && improved; round++) {
            double before = best;
            for (int axis = 0; axis < chosen.length; axis++) {
                best = alongAxis(axis, chosen, best, quality);
            }
            improved = best > before;
        }
        log.printf(Locale.ROOT, "  chosen on validation (HR+MRR %.2f): %s%n", best, describe(values(chosen)));
        return values(chosen);
    }

    /** "name value" for every axis. */
    String describe(List<Double> values) {
        StringBuilder text = new StringBuilder();
        for (int axis = 0; axis < axes.size(); axis++) {
            text.append(axis == 0 ? "" : ", ")
                    .append(axes.get(axis).name())
                    .append(' ')
                    .append(plain(values.get(axis)));
        }
        return text.toString();
    }

    private double alongAxis(int axis, int[] chosen, double best, ToDoubleFunction<List<Double>> quality) {
        double found = best;
        int kept = chosen[axis];
        for (int value = 0; value < axes.get(axis).values().size(); value++) {
            if (value != kept) {
                int incumbent = chosen[axis];
                chosen[axis] = value;
                double reached = quality.applyAsDouble(values(chosen));
                chosen[axis] = reached > found ? value : incumbent;
                found = Math.max(found, reached);
            }
        }
        return found;
    }

    private List<Double> values(int[] chosen) {
        Double[] values = new Double[chosen.length];
        for (int axis = 0; axis < chosen.length; axis++) {
            values[axis] = axes.get(axis).values().get(chosen[axis]);
        }
        return List.of(values);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
