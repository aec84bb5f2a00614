package io.rapport.dev.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of the suite, in the order in which they start. */
public enum Part {
    POSTGRES("postgresql", 25432),
    REDIS("redis", 26379),
    KAFKA("kafka", 29092),
    PROFILE("profile-service", 8081),
    RECOMMENDATION("recommendation-service", 8082),
    CAMPAIGN("campaign-service", 8083),
    SURVEY("survey-service", 8084),
    GATEWAY("gateway", 8080);

    /** What the gateway routes to. */
    static final List<Part> BEHIND_GATEWAY = List.of(PROFILE, RECOMMENDATION, CAMPAIGN, SURVEY);

    private final String processName;
    private final int defaultPort;

    Part(String processName, int defaultPort) {
        this.processName = processName;
        this.defaultPort = defaultPort;
    }

    /** The part of that name; {@code profile} is understood as {@code profile-service}. */
    public static Optional<Part> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(part -> wanted.equals(part.processName) || wanted.equals(part.shortName()))
                .findFirst();
    }

    public String processName() {
        return processName;
    }

    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    int defaultPort() {
        return defaultPort;
    }

    boolean isServer() {
        return compareTo(KAFKA) <= 0;
    }

    /** The environment variable that moves it to another port. */
    String portKey() {
        return "RAPPORT_" + name() + "_PORT";
    }
}
