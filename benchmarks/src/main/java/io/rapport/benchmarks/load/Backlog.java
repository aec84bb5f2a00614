package io.rapport.benchmarks.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/** How far the services are behind what the gateway has acknowledged. */
public final class Backlog {
    private Backlog() {}

    /** Returns once nothing waits, or fails when that takes longer than so many seconds. */
    public static void awaitDrained(String bootstrap, int seconds) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            while (lag(admin) > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Still " + lag(admin) + " events behind after " + seconds + " s");
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /** Events that were acknowledged and not yet handled; a partition that has no offset yet was not handled at all. */
    static long lag(Admin admin) throws ExecutionException, InterruptedException {
        return lag(admin, "rapport.raw-events", "rapport.profile-service")
                + lag(admin, "rapport.profile-events", "rapport.recommendation-service");
    }

    private static long lag(Admin admin, String topic, String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicPartitionInfo partition : admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()) {
            latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
        }
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = admin.listOffsets(latest).all().get();
        return latest.keySet().stream()
                .mapToLong(partition -> ends.get(partition).offset() - handled(committed.get(partition)))
                .sum();
    }

    private static long handled(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
