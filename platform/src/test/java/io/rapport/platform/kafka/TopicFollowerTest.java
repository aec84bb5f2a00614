package io.rapport.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.testing.Eventually;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TopicFollowerTest extends PlatformTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    EventProducer producer;

    private void send(String value) {
        String topic = Topic.ACCESS.name(config.topics().prefix());
        producer.send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)))
                .await()
                .atMost(SOON);
    }

    @Test
    void aFollowerReadsAllFromTheBeginningAndGoesOnPastWhatItChokesOn() {
        // Given
        Eventually.within(
                SOON, () -> producer.knows(Topic.ACCESS.name(config.topics().prefix())));
        List<String> seen = new CopyOnWriteArrayList<>();
        IntStream.range(0, 50).forEach(n -> send(Integer.toString(n)));

        // When
        try (TopicFollower follower =
                new TopicFollower(bootstrap, Topic.ACCESS.name(config.topics().prefix()), record -> {
                    if (key.equals(record.key())) {
                        seen.add(new String(record.value(), StandardCharsets.UTF_8));
                        if (seen.size() % 10 == 3) {
                            throw new IllegalStateException("choked");
                        }
                    }
                })) {
            follower.start();
            Eventually.within(SOON, follower::caughtUp);

            // Then
            assertThat(seen)
                    .isEqualTo(
                            IntStream.range(0, 50).mapToObj(Integer::toString).toList());
            send("live");
            Eventually.within(SOON, () -> seen.contains("live"));
        }
    }

    @Test
    void nobodyIsCaughtUpWithATopicThatIsNotThere() {
        try (TopicFollower follower = new TopicFollower(bootstrap, "no-such-topic", record -> {}).start();
                TopicFollower other = new TopicFollower(
                                bootstrap, Topic.CATALOG.name(config.topics().prefix()), record -> {})
                        .start()) {
            Eventually.within(SOON, other::caughtUp);
            assertThat(follower.caughtUp()).isFalse();
        }
    }

    @Test
    void aFollowerStartsWhereItIsToldTo() throws InterruptedException {
        // Given
        String topic = Topic.ACCESS.name(config.topics().prefix());
        Eventually.within(SOON, () -> producer.knows(topic));
        send("first");
        send("second");
        List<ConsumerRecord<String, byte[]>> all = new CopyOnWriteArrayList<>();
        try (TopicFollower follower = new TopicFollower(bootstrap, topic, all::add).start()) {
            assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        }
        long second = all.get(all.size() - 1).offset();
        List<String> fromSecond = new CopyOnWriteArrayList<>();
        List<String> fromEnd = new CopyOnWriteArrayList<>();

        // When
        try (TopicFollower one = batches(Start.at(Map.of(0, second)), fromSecond);
                TopicFollower other = batches(Start.atEnd(), fromEnd)) {
            assertThat(one.awaitPositioned(SOON) && other.awaitPositioned(SOON)).isTrue();
            send("third");

            // Then
            Eventually.within(SOON, () -> fromSecond.contains("third") && fromEnd.contains("third"));
            assertThat(fromSecond).containsExactly("second", "third");
            assertThat(fromEnd).containsExactly("third");
        }
    }

    private TopicFollower batches(Start start, List<String> seen) {
        String topic = Topic.ACCESS.name(config.topics().prefix());
        return TopicFollower.ofBatches(
                        bootstrap,
                        topic,
                        start,
                        records ->
                                records.forEach(record -> seen.add(new String(record.value(), StandardCharsets.UTF_8))))
                .start();
    }

    @Test
    void aBatchThatItsReaderChokesOnIsHandedAgainAndNothingBeforeIt() {
        // Given
        String topic = Topic.ACCESS.name(config.topics().prefix());
        Eventually.within(SOON, () -> producer.knows(topic));
        List<String> seen = new CopyOnWriteArrayList<>();
        Consumer<ConsumerRecords<String, byte[]>> reader = records -> {
            records.forEach(record -> seen.add(new String(record.value(), StandardCharsets.UTF_8)));
            if (seen.stream().filter("choke"::equals).count() == 1) {
                throw new IllegalStateException("choked");
            }
        };

        // When
        try (TopicFollower follower =
                TopicFollower.ofBatches(bootstrap, topic, Start.atEnd(), reader).start()) {
            Eventually.within(SOON, follower::caughtUp);
            send("before");
            Eventually.within(SOON, () -> seen.contains("before"));
            send("choke");

            // Then
            Eventually.within(SOON, () -> seen.size() == 3);
            assertThat(seen).containsExactly("before", "choke", "choke");
        }
    }
}
