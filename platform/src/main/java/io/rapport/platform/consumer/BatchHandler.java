package io.rapport.platform.consumer;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Handles records as one transaction: all of their effects or none. */
@FunctionalInterface
public interface BatchHandler {
    Uni<Void> handle(List<ConsumerRecord<String, byte[]>> records);
}
