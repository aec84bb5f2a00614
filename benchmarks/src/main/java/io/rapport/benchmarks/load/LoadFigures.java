package io.rapport.benchmarks.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The figures of one run, and the table that they make. */
record LoadFigures(
        int batchSize,
        int rate,
        int eventsBeside,
        double producerPerSecond,
        Outcome intake,
        Outcome decide,
        Outcome decideMost,
        Outcome decideBeside,
        Outcome plainIntake,
        Outcome plainDecide) {
    double eventsPerSecond() {
        return intake.perSecond() * batchSize;
    }

    String table(String command, String machine, Instant at) {
        return """
                `%s`

                | what | measured | beside it, in the same run | ratio |
                | --- | --- | --- | --- |
                | events/s accepted (batches of %d, acks=all) | %,.0f (%d answers were not 200) | raw Kafka producer, 600 bytes, acks=all: %,.0f/s | %.2f |
                | tracking requests/s, p50 / p99 | %,.0f, %.1f / %.1f ms | plain Vert.x server reading the same bodies: %,.0f/s, %.1f / %.1f ms | %.2f |
                | decide at %d requests/s: p50 / p90 / p99 | %.1f / %.1f / %.1f ms (%d not 200) | plain Vert.x server at that rate: %.1f / %.1f / %.1f ms | %.1f (p50) |
                | the same while %,d events/s come in: p50 / p90 / p99 | %.1f / %.1f / %.1f ms (%d not 200) | | |
                | decide, as many as 16 connections carry | %,.0f/s, p99 %.1f ms (%d not 200) | | |

                %s, shared with the generator; %s.
                """.formatted(
                        command,
                        batchSize,
                        eventsPerSecond(),
                        intake.refused(),
                        producerPerSecond,
                        eventsPerSecond() / producerPerSecond,
                        intake.perSecond(),
                        intake.millis(50),
                        intake.millis(99),
                        plainIntake.perSecond(),
                        plainIntake.millis(50),
                        plainIntake.millis(99),
                        intake.perSecond() / plainIntake.perSecond(),
                        rate,
                        decide.millis(50),
                        decide.millis(90),
                        decide.millis(99),
                        decide.refused(),
                        plainDecide.millis(50),
                        plainDecide.millis(90),
                        plainDecide.millis(99),
                        decide.millis(50) / plainDecide.millis(50),
                        eventsBeside,
                        decideBeside.millis(50),
                        decideBeside.millis(90),
                        decideBeside.millis(99),
                        decideBeside.refused(),
                        decideMost.perSecond(),
                        decideMost.millis(99),
                        decideMost.refused(),
                        machine,
                        at.truncatedTo(ChronoUnit.MINUTES).toString().toUpperCase(Locale.ROOT));
    }
}
