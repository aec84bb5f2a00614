package io.rapport.gateway.access;

import io.rapport.events.AccessRecord;
import io.rapport.events.SourceType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every source, server key and signing key, as the access topic last said. Written by one thread, read by all. */
@ApplicationScoped
public class AccessDirectory {
    private final UserTokenKeys secrets;
    private final Map<String, AccessRecord> records = new ConcurrentHashMap<>();
    private final Map<String, KnownSource> sources = new ConcurrentHashMap<>();
    private final Map<String, KnownSource> sourcesByWriteKey = new ConcurrentHashMap<>();
    private final Map<String, AccessRecord.ServerKey> serverKeysByHash = new ConcurrentHashMap<>();

    AccessDirectory(UserTokenKeys secrets) {
        this.secrets = secrets;
    }

    public Optional<KnownSource> sourceOf(String writeKey) {
        return Optional.ofNullable(sourcesByWriteKey.get(writeKey));
    }

    public Optional<KnownSource> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** The type of a source; a server key's source that nobody knows (any more) is a back end. */
    SourceType typeOf(String sourceId) {
        KnownSource source = sources.get(sourceId);
        return source == null ? SourceType.SERVER : source.type();
    }

    Optional<AccessRecord.ServerKey> serverKey(String hash) {
        return Optional.ofNullable(serverKeysByHash.get(hash));
    }

    Optional<AccessRecord.SigningKey> signingKey(String kid) {
        return records.get("signing-key:" + kid) instanceof AccessRecord.SigningKey key
                ? Optional.of(key)
                : Optional.empty();
    }

    /** Puts a record in the place of what stood under its key; null takes it away. */
    void apply(String key, @Nullable AccessRecord record) {
        AccessRecord before = record == null ? records.remove(key) : records.put(key, record);
        if (record != null) {
            add(record);
        }
        if (before != null) {
            forget(before, record);
        }
    }

    private void add(AccessRecord record) {
        if (record instanceof AccessRecord.Source source) {
            KnownSource known = secrets.open(source);
            sources.put(source.id(), known);
            sourcesByWriteKey.put(source.writeKey(), known);
        } else if (record instanceof AccessRecord.ServerKey serverKey) {
            serverKeysByHash.put(serverKey.hash(), serverKey);
        }
    }

    private void forget(AccessRecord before, @Nullable AccessRecord now) {
        if (before instanceof AccessRecord.Source old) {
            if (now == null) {
                sources.remove(old.id());
            }
            if (!(now instanceof AccessRecord.Source source)
                    || !source.writeKey().equals(old.writeKey())) {
                sourcesByWriteKey.remove(old.writeKey());
            }
        } else if (before instanceof AccessRecord.ServerKey old
                && !(now instanceof AccessRecord.ServerKey key && key.hash().equals(old.hash()))) {
            serverKeysByHash.remove(old.hash());
        }
    }
}
