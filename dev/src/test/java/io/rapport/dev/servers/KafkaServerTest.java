package io.rapport.dev.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    @TempDir
    static Path folder;

    private static RunningServer running;
    private static String bootstrap;

    @BeforeAll
    static void start() {
        KafkaServer server = new KafkaServer(TemporaryPlaces.in(folder, "kafka", Durability.REAL));
        bootstrap = server.bootstrap();
        running = RunningServer.start(server, process -> {});
    }

    @AfterAll
    static void stop() {
        running.stop();
    }

    @Test
    void anAcknowledgedRecordIsStillThereAfterACrash() throws Exception {
        // Given
        String topic = Topics.all("crash.").get(0).name();
        new KafkaTopics(bootstrap).createMissing(Topics.all("crash."));
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(new ProducerRecord<>(topic, 0, "anna", "viewed")).get();
        }

        // When
        running.kill();
        running.startAgain();

        // Then
        assertThat(firstValue(new TopicPartition(topic, 0))).isEqualTo("viewed");
    }

    @Test
    void topicsAreCreatedOnceAsTheContractSaysAndNeverByAccident() throws Exception {
        // Given
        KafkaTopics topics = new KafkaTopics(bootstrap);

        // When
        List<String> first = topics.createMissing(Topics.all("once."));
        List<String> second = topics.createMissing(Topics.all("once."));

        // Then
        assertThat(first).hasSameSizeAs(Topics.all("once."));
        assertThat(second).isEmpty();
        assertThat(setting("once.access", "cleanup.policy")).isEqualTo("compact");
        assertThat(setting("once.raw-events", "retention.ms"))
                .isEqualTo(String.valueOf(Duration.ofDays(3).toMillis()));
        try (KafkaProducer<String, String> producer = producer()) {
            ProducerRecord<String, String> misspelt = new ProducerRecord<>("once.raw-evnets", "anna", "viewed");
            assertThatThrownBy(() -> producer.send(misspelt).get()).hasMessageContaining("once.raw-evnets");
        }
    }

    @Test
    void whatAGroupHasNotHandledIsCountedAndNothingElse() throws Exception {
        // Given
        String topic = Topics.all("backlog.").get(0).name();
        new KafkaTopics(bootstrap).createMissing(Topics.all("backlog."));
        try (KafkaProducer<String, String> producer = producer()) {
            for (int i = 0; i < 5; i++) {
                producer.send(new ProducerRecord<>(topic, 0, "anna", "viewed")).get();
            }
        }

        // When
        commit("backlog.behind", new TopicPartition(topic, 0), 2);
        commit("backlog.done", new TopicPartition(topic, 0), 5);

        // Then
        assertThat(new KafkaBacklog(new KafkaTopics(bootstrap)).waiting("backlog."))
                .isEqualTo(Map.of("behind", 3L));
    }

    private static void commit(String group, TopicPartition partition, long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<String, String> producer() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.block.ms", 2_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static String firstValue(TopicPartition partition) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private static String setting(String topic, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            return admin.describeConfigs(Set.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }
}
