package io.rapport.profile.serverkey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A row of {@code server_key}; the scopes stand in one text, separated by spaces as in OAuth (RFC 6749, 3.3). */
@Entity
@Table(name = "server_key")
class ServerKeyEntity {
    @Id
    private UUID id;

    private String name;
    private String hash;
    private String hint;
    private String scopes;
    private String sourceId;
    private Instant createdAt;

    static ServerKeyEntity of(ServerKey key) {
        ServerKeyEntity entity = new ServerKeyEntity();
        entity.id = key.id();
        entity.name = key.name();
        entity.hash = key.hash();
        entity.hint = key.hint();
        entity.scopes = String.join(" ", key.scopes());
        entity.sourceId = key.sourceId();
        entity.createdAt = key.createdAt();
        return entity;
    }

    ServerKey serverKey() {
        Set<String> held = scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" "));
        return new ServerKey(id, name, hash, hint, held, sourceId, createdAt);
    }
}
