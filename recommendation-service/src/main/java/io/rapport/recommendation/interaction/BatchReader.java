package io.rapport.recommendation.interaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Cuts a batch into runs that are handled together, in its order. */
final class BatchReader {
    private BatchReader() {}

    /**
     * Records next to each other: visitors' events, or what happened to profiles themselves.
     *
     * @param resolved whether these are visitors' events
     */
    record Run(boolean resolved, List<ConsumerRecord<String, byte[]>> records) {
        /** As Kafka hands records over. */
        ConsumerRecords<String, byte[]> asBatch() {
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> partitions = new HashMap<>();
            for (ConsumerRecord<String, byte[]> record : records) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                partitions.computeIfAbsent(partition, p -> new ArrayList<>()).add(record);
            }
            return new ConsumerRecords<>(partitions, Map.of());
        }
    }

    static List<Run> runs(ConsumerRecords<String, byte[]> batch) {
        List<Run> runs = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            boolean resolved = record.value() == null || Relevance.isResolved(record.value());
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || last.resolved() != resolved) {
                last = new Run(resolved, new ArrayList<>());
                runs.add(last);
            }
            last.records().add(record);
        }
        return runs;
    }
}
