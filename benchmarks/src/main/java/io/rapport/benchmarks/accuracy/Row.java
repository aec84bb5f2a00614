package io.rapport.benchmarks.accuracy;

/**
 * One line of a table.
 *
 * @param detail what else is to be said of the model
 * @param parameters what was chosen on the validation cut
 * @param seconds for building and asking everything
 */
record Row(Kind kind, String detail, Figures figures, String parameters, double seconds) {

    String model() {
        String name = detail.isEmpty() ? kind.title : kind.title + ": " + detail;
        return kind == Kind.OURS ? "**" + name + "**" : name;
    }
}
