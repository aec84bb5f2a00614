package io.rapport.platform.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where a follower of a topic begins. */
@FunctionalInterface
public interface Start {
    /** The offset of the first record to read, of each partition. */
    Map<TopicPartition, Long> positions(Consumer<?, ?> consumer, List<TopicPartition> partitions);

    /** With all that the topic still holds. */
    static Start atBeginning() {
        return (consumer, partitions) -> consumer.beginningOffsets(partitions);
    }

    /** With what comes from now on. */
    static Start atEnd() {
        return (consumer, partitions) -> consumer.endOffsets(partitions);
    }

    /** At these offsets by partition; a partition that is not named from its beginning. */
    static Start at(Map<Integer, Long> offsets) {
        return (consumer, partitions) -> {
            Map<TopicPartition, Long> positions = new HashMap<>(consumer.beginningOffsets(partitions));
            positions.replaceAll(
                    (partition, first) -> Math.max(first, offsets.getOrDefault(partition.partition(), 0L)));
            return positions;
        };
    }
}
