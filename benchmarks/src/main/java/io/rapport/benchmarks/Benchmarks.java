package io.rapport.benchmarks;

import io.rapport.benchmarks.accuracy.AccuracyReport;
import io.rapport.benchmarks.eventstore.EventStoreReport;
import io.rapport.benchmarks.fault.FaultReport;
import io.rapport.benchmarks.fault.SegmentFaultReport;
import io.rapport.benchmarks.load.LoadReport;
import io.rapport.benchmarks.segments.SegmentReport;
import io.rapport.benchmarks.serving.ServingReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures Rapport: every subcommand runs one measurement and writes its own table. */
@Command(
        name = "benchmarks",
        description = "Measures Rapport.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccuracyReport.class,
            LoadReport.class,
            FaultReport.class,
            SegmentFaultReport.class,
            SegmentReport.class,
            EventStoreReport.class,
            ServingReport.class
        })
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) {
        int status = new CommandLine(new Benchmarks()).execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
