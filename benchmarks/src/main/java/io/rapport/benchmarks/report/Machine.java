package io.rapport.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The line under a table that says where it was measured. */
public final class Machine {
    private Machine() {}

    public static String line() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version().feature();
    }

    /** The same with what else the machine had to do in the last minute. */
    public static String lineWithLoad() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return line() + "; load average %.1f before the run, %s".formatted(load, LocalDate.now(ZoneOffset.UTC));
    }
}
