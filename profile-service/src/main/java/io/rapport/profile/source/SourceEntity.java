package io.rapport.profile.source;

import io.rapport.events.SourceType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code source}; written through its own methods, where Hibernate sees the change. */
@Entity
@Table(name = "source")
class SourceEntity {
    @Id
    private String id;

    private String name;

    @Enumerated(EnumType.STRING)
    private SourceType type;

    private boolean requireUserToken;
    private String writeKey;
    private String sealedSecret;
    private Instant createdAt;
    private Instant updatedAt;

    static SourceEntity of(Source source) {
        SourceEntity entity = new SourceEntity();
        entity.id = source.id();
        entity.createdAt = source.createdAt();
        entity.take(source);
        return entity;
    }

    void take(Source source) {
        name = source.name();
        type = source.type();
        requireUserToken = source.requireUserToken();
        writeKey = source.writeKey();
        sealedSecret = source.sealedSecret();
        updatedAt = source.updatedAt();
    }

    Source source() {
        return new Source(id, name, type, requireUserToken, writeKey, sealedSecret, createdAt, updatedAt);
    }
}
