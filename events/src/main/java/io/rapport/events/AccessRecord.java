package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Set;

/** What the gateway must know to authenticate callers while every other service is away. A tombstone takes it back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AccessRecord.Source.class, name = "source"),
    @JsonSubTypes.Type(value = AccessRecord.ServerKey.class, name = "server-key"),
    @JsonSubTypes.Type(value = AccessRecord.SigningKey.class, name = "signing-key")
})
public sealed interface AccessRecord {
    /** The Kafka key that this record stands under. */
    String key();

    /**
     * A source of events.
     *
     * @param encryptedSecret the HS256 secret of its user tokens, AES-256-GCM under the deployment's secrets key
     */
    record Source(String id, SourceType type, String writeKey, String encryptedSecret, boolean requireUserToken)
            implements AccessRecord {
        @Override
        public String key() {
            return "source:" + id;
        }
    }

    /**
     * A shop back end's key.
     *
     * @param hash SHA-256 of the key, hex; the key has 256 bits of entropy, so no slow hash is needed
     * @param sourceId the source that events sent with it belong to
     */
    record ServerKey(String id, String hash, Set<String> scopes, String sourceId) implements AccessRecord {
        @Override
        public String key() {
            return "server-key:" + id;
        }
    }

    /**
     * A public key of the operators' token issuer.
     *
     * @param jwk RFC 7517 JSON of the public key
     * @param notAfter tokens signed by it are refused from then on
     */
    record SigningKey(String kid, String jwk, Instant notAfter) implements AccessRecord {
        @Override
        public String key() {
            return "signing-key:" + kid;
        }
    }
}
