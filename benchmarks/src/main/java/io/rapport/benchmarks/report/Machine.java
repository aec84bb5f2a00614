package io.rapport.benchmarks.report;

/** The line under a table that says where it was measured. */
public final class Machine {
    private Machine() {}

    public static String line() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version().feature();
    }
}
