package io.rapport.dev.launch;

import io.rapport.dev.process.Refusal;
import io.rapport.dev.servers.PostgresAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is asked for when the suite starts.
 *
 * @param clockControl whether {@code PUT /api/dev/clock} may move time
 * @param javaOptions added for every service, from {@code RAPPORT_JAVA_OPTIONS}
 */
record Settings(Map<Part, Integer> ports, External external, boolean clockControl, List<String> javaOptions) {
    private static final String JAVA_OPTIONS = "RAPPORT_JAVA_OPTIONS";

    /** What else the launcher and its script read. */
    static final List<String> LAUNCHER_KEYS = List.of(Home.KEY, JAVA_OPTIONS, "RAPPORT_JAVA_HOME");

    static Settings of(Map<String, String> environment, External external, boolean clockControl) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, port(part, environment));
        }
        List<String> javaOptions = Stream.of(
                        environment.getOrDefault(JAVA_OPTIONS, "").split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
        return new Settings(ports, external, clockControl, javaOptions);
    }

    private static int port(Part part, Map<String, String> environment) {
        String value = environment.getOrDefault(part.portKey(), String.valueOf(part.defaultPort()));
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(part.portKey() + " is not a port: " + value, e);
        }
    }

    int port(Part part) {
        return ports.get(part);
    }

    String url(Part part) {
        return "http://localhost:" + port(part);
    }

    /** The parts that run here: servers of others are not among them. */
    List<Part> local() {
        return Stream.of(Part.values()).filter(part -> !external.replaces(part)).toList();
    }

    PostgresAddress postgres() {
        return external.postgres().orElseGet(() -> PostgresAddress.local(port(Part.POSTGRES)));
    }

    String redis() {
        return external.redis().orElseGet(() -> "redis://localhost:" + port(Part.REDIS));
    }

    String kafka() {
        return external.kafka().orElseGet(() -> "localhost:" + port(Part.KAFKA));
    }
}
