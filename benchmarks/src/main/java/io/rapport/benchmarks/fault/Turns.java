package io.rapport.benchmarks.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What was announced of memberships, as a reader with an inbox sees it: an announcement that comes again under the same
 * eventId, since the process died between Kafka's answer and its own commit, counts once.
 */
final class Turns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(500);

    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Set<String>> segments = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private int count;
    private int repeated;

    private Turns() {}

    /** All that a topic holds at the moment. */
    static Turns read(String bootstrap, String topic) {
        Turns turns = new Turns();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    turns.take(json(record));
                }
            }
        }
        return turns;
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? JSON.nullNode() : JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(JsonNode event) {
        if (!event.isObject()) {
            return;
        }
        if (!seen.add(event.path("eventId").asText())) {
            repeated++;
            return;
        }
        String profile = event.path("profileId").asText();
        long sequence = event.path("sequence").asLong();
        Long before = sequences.put(profile, sequence);
        if (before != null && before >= sequence) {
            broken.add("profile " + profile + " has sequence " + sequence + " after " + before);
        }
        turn(profile, event.path("kind").asText(), event.path("segment").asText());
    }

    private void turn(String profile, String kind, String segment) {
        Set<String> in = segments.computeIfAbsent(profile, id -> new TreeSet<>());
        switch (kind) {
            case "segment-entered" -> check(in.add(segment), profile, kind, segment);
            case "segment-exited" -> check(in.remove(segment), profile, kind, segment);
            default -> {}
        }
    }

    private void check(boolean isInTurn, String profile, String kind, String segment) {
        count++;
        if (!isInTurn) {
            broken.add("profile " + profile + ": " + kind + " " + segment + " out of turn");
        }
    }

    /** Entered and exited, each counted once. */
    int count() {
        return count;
    }

    /** Announcements of any kind that came again. */
    int repeated() {
        return repeated;
    }

    List<String> broken() {
        return broken;
    }

    /** Where what was announced does not end with what the profile says of itself. */
    List<String> disagreements(JsonNode profile) {
        String id = profile.path("id").asText();
        Set<String> announced = segments.getOrDefault(id, Set.of());
        Set<String> said = PersonState.of(profile).segments();
        return announced.equals(said)
                ? List.of()
                : List.of("profile " + id + " was announced in " + announced + " and is in " + said);
    }
}
