package io.rapport.dev.servers;

import io.rapport.dev.process.JavaCommand;
import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kafka: one broker that is its own controller, in a JVM of its own. */
public record KafkaServer(ServerPlace place) implements EmbeddedServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(place.data());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + place.data(), e);
        }
    }

    @Override
    public ProcessSpec spec() {
        List<String> arguments = new ArrayList<>(
                List.of("kafka", "--data", place.data().toString(), "--port", String.valueOf(place.port()), "--watch"));
        arguments.add(String.valueOf(ProcessHandle.current().pid()));
        if (place.relaxed()) {
            arguments.add("--relaxed");
        }
        List<String> command = JavaCommand.ofThisProgram(memory(), arguments);
        return new ProcessSpec(name(), command, Map.of(), place.data(), place.log(), Signal.TERM, PATIENCE);
    }

    @Override
    public boolean isReady() {
        return new KafkaTopics(bootstrap()).answers();
    }

    public String bootstrap() {
        return "localhost:" + place.port();
    }

    private List<String> memory() {
        return place.relaxed() ? List.of("-Xmx512m", "-XX:+UseSerialGC") : List.of("-Xms256m", "-Xmx768m");
    }
}
