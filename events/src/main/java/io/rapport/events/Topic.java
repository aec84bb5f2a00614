package io.rapport.events;

import java.time.Duration;

/** A Kafka topic of the suite, without the deployment's prefix. */
public enum Topic {
    RAW_EVENTS("raw-events", 12, Duration.ofDays(3), Cleanup.DELETE),
    REJECTED_EVENTS("rejected-events", 3, Duration.ofDays(3), Cleanup.DELETE),
    PROFILE_EVENTS("profile-events", 12, Duration.ofDays(7), Cleanup.DELETE),
    ACCESS("access", 1, Duration.ZERO, Cleanup.COMPACT),
    CATALOG("catalog", 6, Duration.ofDays(7), Cleanup.DELETE),
    DEAD_LETTERS("dead-letters", 3, Duration.ofDays(30), Cleanup.DELETE),
    CLOCK("clock", 1, Duration.ZERO, Cleanup.COMPACT);

    /** Whether old records go by age, or by key once a newer one stands. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    private final String suffix;
    private final int partitions;
    private final Duration retention;
    private final Cleanup cleanup;

    Topic(String suffix, int partitions, Duration retention, Cleanup cleanup) {
        this.suffix = suffix;
        this.partitions = partitions;
        this.retention = retention;
        this.cleanup = cleanup;
    }

    /** The topic's name in a deployment: its prefix (such as {@code rapport.}) and this topic's own name. */
    public String name(String prefix) {
        return prefix + suffix;
    }

    public int partitions() {
        return partitions;
    }

    /** How long a record is kept; zero where compaction decides. */
    public Duration retention() {
        return retention;
    }

    public Cleanup cleanup() {
        return cleanup;
    }
}
