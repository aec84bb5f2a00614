package io.rapport.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    private static final SmallRyeConfig SECURED = new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "kafka.security.protocol", "SASL_SSL",
                            "kafka.sasl.mechanism", "SCRAM-SHA-512",
                            "kafka.ssl.truststore.location", "trust.pem",
                            "kafka.bootstrap.servers", "one:9092",
                            "kafka.none.of.kafka", "x",
                            "other.acks", "0"),
                    "file",
                    100))
            .withSources(new EnvConfigSource(Map.of("KAFKA_SASL_JAAS_CONFIG", "module"), 300))
            .build();

    private static final Map<String, String> EXPECTED = Map.of(
            "security.protocol", "SASL_SSL",
            "sasl.mechanism", "SCRAM-SHA-512",
            "sasl.jaas.config", "module",
            "ssl.truststore.location", "trust.pem",
            "bootstrap.servers", "one:9092");

    @Test
    void producersAndConsumersAreToldHowToReachASecuredKafka() {
        assertThat(KafkaSettings.configured(SECURED, ProducerConfig.configNames()))
                .isEqualTo(EXPECTED);
        assertThat(KafkaSettings.configured(SECURED, ConsumerConfig.configNames()))
                .isEqualTo(EXPECTED);
    }

    @Test
    void noConfigurationMakesAnAcknowledgementLessThanDurable() {
        System.setProperty("kafka.acks", "0");
        System.setProperty("kafka.linger.ms", "7");
        System.setProperty("kafka.security.protocol", "SSL");
        try {
            assertThat(ProducerSettings.prompt("two:9092"))
                    .containsEntry("acks", "all")
                    .containsEntry("enable.idempotence", true)
                    .containsEntry("bootstrap.servers", "two:9092")
                    .containsEntry("linger.ms", "7")
                    .containsEntry("security.protocol", "SSL");
            assertThat(FollowerSettings.of("two:9092"))
                    .containsEntry("security.protocol", "SSL")
                    .containsEntry("enable.auto.commit", false);
        } finally {
            System.clearProperty("kafka.acks");
            System.clearProperty("kafka.linger.ms");
            System.clearProperty("kafka.security.protocol");
        }
    }
}
