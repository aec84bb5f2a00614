package io.rapport.dev.servers;

import io.rapport.events.Topics.TopicSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of one Kafka. */
public record KafkaTopics(String bootstrap) {
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Work with an admin client, which waits for the broker's answers. */
    interface Task<T> {
        T with(Admin admin) throws ExecutionException, InterruptedException;
    }

    public boolean answers() {
        try {
            return !run(PROBE_TIMEOUT, admin -> admin.describeCluster().nodes().get())
                    .isEmpty();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** What the broker tells, soon or not at all. */
    <T> T ask(Task<T> task) {
        return run(PROBE_TIMEOUT, task);
    }

    /** Creates those that are missing, and leaves the others as they are; returns the names of the new ones. */
    public List<String> createMissing(Collection<TopicSpec> topics) {
        return run(TIMEOUT, admin -> {
            Set<String> existing = admin.listTopics().names().get();
            List<TopicSpec> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            create(admin, missing);
            return missing.stream().map(TopicSpec::name).toList();
        });
    }

    public void delete(Collection<String> names) {
        run(TIMEOUT, admin -> admin.deleteTopics(names).all().get());
    }

    private static void create(Admin admin, List<TopicSpec> topics) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(topics.stream().map(KafkaTopics::newTopic).toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static NewTopic newTopic(TopicSpec topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(topic.compacted() ? compacted() : Map.of("retention.ms", retention(topic)));
    }

    private static String retention(TopicSpec topic) {
        return String.valueOf(topic.retentionMillis() > 0 ? topic.retentionMillis() : -1);
    }

    /** Old values, personal data among them, and tombstones go within a day also where little is written. */
    private static Map<String, String> compacted() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", "compact");
        settings.put("min.cleanable.dirty.ratio", "0.1");
        settings.put("segment.ms", String.valueOf(Duration.ofHours(6).toMillis()));
        settings.put(
                "max.compaction.lag.ms", String.valueOf(Duration.ofHours(12).toMillis()));
        return settings;
    }

    private <T> T run(Duration timeout, Task<T> task) {
        String millis = String.valueOf(timeout.toMillis());
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        try (Admin admin = Admin.create(settings)) {
            return task.with(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka at " + bootstrap + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Kafka", e);
        }
    }
}
