package io.rapport.dev.servers;

import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL. Of zonky's library the binaries are used and not its {@code EmbeddedPostgres}, which always passes
 * {@code -F} (no fsync) and ties the server to its own JVM: here data is kept for real and the server outlives whoever
 * asked for it.
 */
public record PostgresServer(ServerPlace place) implements EmbeddedServer {
    public static final String USER = "rapport";
    public static final String PASSWORD = "rapport";

    /** The databases of the services. */
    public static final List<String> SERVICE_DATABASES =
            List.of("rapport_profile", "rapport_recommendation", "rapport_campaign", "rapport_survey");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void prepare() {
        Path programs = PostgresBinaries.programs(place.runtime());
        if (!Files.exists(place.data().resolve("PG_VERSION"))) {
            new PostgresFolder(place).initialize(programs);
        }
        new PostmasterPid(place.data()).clear();
    }

    @Override
    public ProcessSpec spec() {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(
                PostgresBinaries.programs(place.runtime()).resolve("postgres").toString());
        command.addAll(List.of("-D", place.data().toString()));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ProcessSpec(name(), command, Map.of(), place.data(), place.log(), Signal.INT, PATIENCE);
    }

    @Override
    public boolean isReady() {
        return new PostgresDatabases(PostgresAddress.local(place.port())).answers();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", String.valueOf(place.port()));
        settings.put("listen_addresses", "localhost");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", place.relaxed() ? "400" : "200");
        settings.put("shared_buffers", "256MB");
        settings.put("max_wal_size", "2GB");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.putAll(durability());
        return settings;
    }

    private Map<String, String> durability() {
        String kept = place.relaxed() ? "off" : "on";
        return Map.of("fsync", kept, "synchronous_commit", kept, "full_page_writes", kept);
    }
}
