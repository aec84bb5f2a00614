package io.rapport.dev.cli;

import io.rapport.dev.servers.KafkaTopics;
import io.rapport.events.Topics;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code topics}: creates the suite's topics in any Kafka. */
@Command(name = "topics", description = "Creates the topics that are missing.", mixinStandardHelpOptions = true)
public final class TopicsCommand implements Callable<Integer> {
    @Option(names = "--bootstrap", required = true, description = "Kafka's address, host:port.")
    private String bootstrap;

    @Option(names = "--prefix", defaultValue = "rapport.", description = "Before every name (${DEFAULT-VALUE}).")
    private String prefix;

    @Override
    public Integer call() {
        List<String> created = new KafkaTopics(bootstrap).createMissing(Topics.all(prefix));
        System.out.println(created.isEmpty() ? "All topics are there." : "Created " + String.join(", ", created));
        return 0;
    }
}
