package io.rapport.gateway.testing;

import io.rapport.events.AccessRecord;
import io.rapport.events.EventsJson;
import io.rapport.events.SourceType;
import io.rapport.events.Topic;
import io.rapport.platform.caller.Role;
import io.rapport.platform.config.SecretBox;
import io.rapport.platform.kafka.EventProducer;
import io.rapport.platform.testing.Eventually;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A shop's sources, keys and operators, announced on the access topic as profile-service would. */
@ApplicationScoped
public class Shop {
    /** A source as its owner knows it. */
    public record Source(String id, String writeKey, String secret) {
        /** The {@code Authorization} header of the Segment SDKs. */
        public String basic() {
            byte[] text = (writeKey + ":").getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(text);
        }
    }

    private final EventProducer producer;
    private final SecretBox box;
    private final String prefix;
    private final Issuer issuer = new Issuer();

    Shop(EventProducer producer, SecretBox box, @ConfigProperty(name = "rapport.topics.prefix") String prefix) {
        this.producer = producer;
        this.box = box;
        this.prefix = prefix;
    }

    public Source source(SourceType type) {
        return source(type, false);
    }

    /** A new source, announced; the gateway may know it some milliseconds later. */
    public Source source(SourceType type, boolean requireUserToken) {
        String id = "source-" + UUID.randomUUID();
        Source source = new Source(id, "wk" + UUID.randomUUID(), "secret-" + UUID.randomUUID());
        announce(new AccessRecord.Source(id, type, source.writeKey(), box.seal(source.secret()), requireUserToken));
        return source;
    }

    /** A new server key that sends for this source. */
    public String serverKey(Source source, String... scopes) {
        String key = "sk_" + UUID.randomUUID();
        announce(new AccessRecord.ServerKey(UUID.randomUUID().toString(), sha256(key), Set.of(scopes), source.id()));
        return key;
    }

    /** An operator's access token, by a key that is announced. */
    public String operator(String name, Role... roles) {
        return operator(name, Instant.now().plusSeconds(600), roles);
    }

    public String operator(String name, Instant expiry, Role... roles) {
        announce(issuer.key(Instant.now().plusSeconds(3600)));
        return issuer.token(name, expiry, roles);
    }

    /** Signs with a key that is announced as spent. */
    public String operatorBySpentKey(String name, Role... roles) {
        Issuer spent = new Issuer();
        announce(spent.key(Instant.now().minusSeconds(1)));
        return spent.token(name, Instant.now().plusSeconds(600), roles);
    }

    public void announce(AccessRecord record) {
        send(record.key(), EventsJson.write(record));
    }

    /** Takes back what was announced. */
    public void withdraw(String key) {
        send(key, null);
    }

    private void send(String key, byte[] value) {
        Eventually.passes(
                Duration.ofSeconds(20),
                () -> producer.send(new ProducerRecord<>(Topic.ACCESS.name(prefix), key, value))
                        .await()
                        .atMost(Duration.ofSeconds(10)));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
