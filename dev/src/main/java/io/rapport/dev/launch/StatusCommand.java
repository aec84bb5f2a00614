package io.rapport.dev.launch;

import io.rapport.dev.servers.KafkaBacklog;
import io.rapport.dev.servers.KafkaTopics;
import io.rapport.dev.supervise.ProcessStatus;
import io.rapport.dev.supervise.StatusBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code status}: a table of the processes. Exits with 3, as service scripts do, when nothing runs. */
@Command(name = "status", description = "Shows which processes run, and what waits to be handled.", mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    private static final int NOT_RUNNING = 3;
    private static final String PREFIX = "rapport.";
    private static final String ROW = "%-24s %8s %6s  %-11s %9s %9s%n";

    @Override
    public Integer call() {
        Home home = Home.find();
        if (!new LauncherLock(home).isHeld()) {
            System.out.println("Rapport is not running.");
            return NOT_RUNNING;
        }
        System.out.printf(Locale.ROOT, ROW, "process", "pid", "port", "state", "for", "restarts");
        List<ProcessStatus> processes = inStartOrder(StatusBoard.read(home.status()));
        processes.forEach(StatusCommand::print);
        processes.stream()
                .filter(process -> process.name().equals(Part.KAFKA.processName()))
                .forEach(kafka -> printBacklog("localhost:" + kafka.port()));
        return 0;
    }

    /** After an import it takes a while until all that was acknowledged is handled. */
    private static void printBacklog(String kafka) {
        try {
            new KafkaBacklog(new KafkaTopics(kafka))
                    .waiting(PREFIX)
                    .forEach((group, count) ->
                            System.out.printf(Locale.ROOT, "%s has %,d records to handle yet%n", group, count));
        } catch (IllegalStateException e) {
            System.out.println("Kafka does not tell what waits: " + e.getMessage());
        }
    }

    private static List<ProcessStatus> inStartOrder(List<ProcessStatus> processes) {
        return processes.stream()
                .sorted(Comparator.comparing(
                        process -> Part.find(process.name()).map(Part::ordinal).orElse(-1)))
                .toList();
    }

    private static void print(ProcessStatus process) {
        System.out.printf(
                Locale.ROOT,
                ROW,
                process.name(),
                process.pid() == 0 ? "-" : process.pid(),
                process.port(),
                process.state(),
                span(Duration.between(process.since(), Instant.now())),
                process.restarts());
    }

    private static String span(Duration span) {
        if (span.toHours() > 0) {
            return span.toHours() + "h" + span.toMinutesPart() + "m";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + "m" + span.toSecondsPart() + "s" : span.toSeconds() + "s";
    }
}
