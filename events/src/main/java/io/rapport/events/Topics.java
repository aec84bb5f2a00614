package io.rapport.events;

import java.util.Arrays;
import java.util.List;

/** Every topic that a deployment needs, to be created before any consumer starts. */
public final class Topics {
    private Topics() {}

    /** What it takes to create a topic: its full name, partitions, retention in milliseconds (0: unlimited) and cleanup. */
    public record TopicSpec(String name, int partitions, long retentionMillis, boolean compacted) {}

    public static List<TopicSpec> all(String prefix) {
        return Arrays.stream(Topic.values())
                .map(topic -> new TopicSpec(
                        topic.name(prefix),
                        topic.partitions(),
                        topic.retention().toMillis(),
                        topic.cleanup() == Topic.Cleanup.COMPACT))
                .toList();
    }
}
