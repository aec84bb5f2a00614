package io.rapport.dev.servers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How many records each consumer group has not handled yet. */
public final class KafkaBacklog {
    private final KafkaTopics kafka;

    public KafkaBacklog(KafkaTopics kafka) {
        this.kafka = kafka;
    }

    /** Records that wait, by group, of those groups that have any waiting and whose name begins so. */
    public Map<String, Long> waiting(String prefix) {
        return kafka.ask(admin -> {
            Map<String, Long> waiting = new TreeMap<>();
            for (GroupListing group : admin.listGroups().all().get()) {
                if (group.groupId().startsWith(prefix)) {
                    waiting.put(group.groupId().substring(prefix.length()), waiting(admin, group.groupId()));
                }
            }
            waiting.values().removeIf(count -> count == 0);
            return waiting;
        });
    }

    /** Records of a topic that a group has not handled; of a partition that it has no offset of, that is all of them. */
    public long waiting(String topic, String group) {
        return kafka.ask(admin -> {
            Map<TopicPartition, OffsetAndMetadata> handled = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends(admin, partitions(admin, topic)).entrySet().stream()
                    .mapToLong(end -> end.getValue() - offset(handled.get(end.getKey())))
                    .sum();
        });
    }

    private static List<TopicPartition> partitions(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static long offset(@Nullable OffsetAndMetadata handled) {
        return handled == null ? 0 : handled.offset();
    }

    private static long waiting(Admin admin, String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        handled.values().removeIf(offset -> offset == null);
        Map<TopicPartition, Long> ends = ends(admin, handled.keySet());
        return handled.entrySet().stream()
                .mapToLong(entry ->
                        Math.max(0, ends.get(entry.getKey()) - entry.getValue().offset()))
                .sum();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
