package io.rapport.recommendation.session;

/** How a weight falls with the distance in clicks, from 0 (right here) on. */
public sealed interface Decay {
    Decay NONE = new None();
    Decay POSITION = new Position();

    /** The weight {@code step} clicks away, in a sequence of {@code length} clicks. */
    double at(int step, int length);

    /** No decay: everything weighs 1. */
    record None() implements Decay {
        @Override
        public double at(int step, int length) {
            return 1;
        }
    }

    /** The position in the sequence over its length: π of the VMIS-kNN paper. */
    record Position() implements Decay {
        @Override
        public double at(int step, int length) {
            return (double) (length - step) / length;
        }
    }

    /** Falls by {@code slope} with every click, the first included, down to 0: λ of the VMIS-kNN paper has slope 0.1. */
    record Linear(double slope) implements Decay {
        @Override
        public double at(int step, int length) {
            return Math.max(0, 1 - slope * (step + 1));
        }
    }

    /** e^(−step/scale). */
    record Exponential(double scale) implements Decay {
        @Override
        public double at(int step, int length) {
            return Math.exp(-step / scale);
        }
    }
}
