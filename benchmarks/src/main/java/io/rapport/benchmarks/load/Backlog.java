package io.rapport.benchmarks.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far profile-service is behind what the gateway has acknowledged. */
public final class Backlog {
    private static final String GROUP = "rapport.profile-service";

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

    /** Events that were acknowledged and not yet handled. */
    static long lag(Admin admin) throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        committed.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
                admin.listOffsets(latest).all().get();
        return committed.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry ->
                        ends.get(entry.getKey()).offset() - entry.getValue().offset())
                .sum();
    }
}
