package io.rapport.profile.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.Topics;
import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.EventProducer;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.problem.ProfileProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters to their topics again, under their own keys, and marks them once Kafka has acknowledged: after a crash
 * in between they go twice, which readers' inboxes make harmless. A replayed event says so, and starts nothing live.
 */
@SystemTime("Kafka stamps its records with system time, and a replay is compared with them")
@ApplicationScoped
class DeadLetterReplay {
    static final String ORIGIN_HEADER = "origin";

    private static final int ROUND = 200;
    private static final int MOST_AT_ONCE = 10_000;

    private final Pool pool;
    private final DeadLetterStore store;
    private final EventProducer producer;
    private final Set<String> topics;

    DeadLetterReplay(Pool pool, DeadLetterStore store, EventProducer producer, PlatformConfig config) {
        this.pool = pool;
        this.store = store;
        this.producer = producer;
        this.topics = Topics.all(config.topics().prefix()).stream()
                .map(Topics.TopicSpec::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Uni<Void> one(UUID id) {
        return pool.withTransaction(transaction -> store.lock(transaction, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("dead letter", id.toString())))
                .map(this::replayable)
                .chain(letter -> send(transaction, List.of(letter))));
    }

    private DeadLetter replayable(DeadLetter letter) {
        if (letter.replayedAt() != null) {
            throw Problem.of(ProfileProblem.ALREADY_REPLAYED, "This dead letter was sent again before.");
        }
        if (!topics.contains(letter.topic())) {
            throw Problem.of(CommonProblem.UNPROCESSABLE, "It names no topic of this deployment.");
        }
        return letter;
    }

    /** The oldest first, in rounds of a transaction each; those set aside anew in the meantime are left for another call. */
    Uni<Integer> all(DeadLetterFilter filter) {
        return rounds(filter, Instant.now(), 0);
    }

    private Uni<Integer> rounds(DeadLetterFilter filter, Instant before, int soFar) {
        return pool.withTransaction(transaction -> store.take(transaction, filter, topics, before, ROUND)
                        .call(letters -> send(transaction, letters))
                        .map(List::size))
                .chain(sent -> sent < ROUND || soFar + sent >= MOST_AT_ONCE
                        ? Uni.createFrom().item(soFar + sent)
                        : rounds(filter, before, soFar + sent));
    }

    private Uni<Void> send(SqlConnection transaction, List<DeadLetter> letters) {
        Executor here = currentContext();
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // All at once, in order: the producer keeps the order of a key, and acknowledges many together.
        return Uni.join()
                .all(letters.stream()
                        .map(letter -> producer.send(record(letter)))
                        .toList())
                .andFailFast()
                .emitOn(here)
                .chain(() -> store.markReplayed(transaction, letters, Instant.now()));
    }

    /** Kafka acknowledges on a thread of its own; a transaction goes on where it began. */
    private static Executor currentContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(nothing -> work.run());
    }

    private static ProducerRecord<String, byte[]> record(DeadLetter letter) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(letter.topic(), letter.key(), replayed(letter.value()));
        record.headers().add(ORIGIN_HEADER, Origin.REPLAY.wire().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** An event that carries its origin carries the new one; anything else goes as it is. */
    private static byte @Nullable [] replayed(byte @Nullable [] value) {
        try {
            JsonNode event = value == null ? null : EventsJson.mapper().readTree(value);
            return event instanceof ObjectNode object && object.path("origin").isTextual()
                    ? EventsJson.write(object.put("origin", Origin.REPLAY.wire()))
                    : value;
        } catch (JsonProcessingException e) {
            return value;
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory does not fail", e);
        }
    }
}
