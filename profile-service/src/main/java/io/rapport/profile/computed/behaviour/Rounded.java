package io.rapport.profile.computed.behaviour;

/** Numbers as they are shown. */
final class Rounded {
    private Rounded() {}

    static double toFourPlaces(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    static double toTwoPlaces(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
