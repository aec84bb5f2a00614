package io.rapport.dev.servers;

import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Redis: append-only file, flushed every second; in memory only where durability is relaxed. */
public record RedisServer(ServerPlace place) implements EmbeddedServer {
    /** So many numbered databases that every test application of a run has one to itself. */
    public static final int DATABASES = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "redis";
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
        List<String> command = new ArrayList<>();
        command.add(RedisBinary.program(place.runtime()).toString());
        settings().forEach((name, value) -> command.addAll(List.of("--" + name, value)));
        return new ProcessSpec(name(), command, Map.of(), place.data(), place.log(), Signal.TERM, PATIENCE);
    }

    @Override
    public boolean isReady() {
        return new RedisConnection(place.port()).answers();
    }

    private Map<String, String> settings() {
        return Map.of(
                "port", String.valueOf(place.port()),
                "bind", "127.0.0.1 -::1",
                "dir", place.data().toString(),
                "databases", String.valueOf(DATABASES),
                "appendonly", place.relaxed() ? "no" : "yes",
                "appendfsync", "everysec",
                "save", "",
                "always-show-logo", "no",
                "set-proc-title", "no");
    }
}
