package io.rapport.recommendation.model;

import io.rapport.recommendation.session.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Writes snapshots to PostgreSQL and reads them again, in chunks and under a check sum. For worker threads, as it waits. */
@ApplicationScoped
class ModelArchive {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ModelStore store;

    ModelArchive(ModelStore store) {
        this.store = store;
    }

    /** How long a snapshot is, and its SHA-256 in hex. */
    record Sealed(long bytes, String sha256) {}

    Sealed write(String name, long version, Snapshot snapshot) throws IOException {
        ChunkOutput chunks = new ChunkOutput((bytes, part) ->
                store.writeChunk(name, version, part, bytes).await().atMost(PATIENCE));
        DigestOutputStream digest = new DigestOutputStream(chunks, sha256());
        snapshot.write(digest);
        digest.close();
        return new Sealed(
                chunks.written(),
                HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    Snapshot read(String name, ModelRow row) throws IOException {
        InputStream chunks = new ChunkInput(
                part -> store.readChunk(name, row.version(), part).await().atMost(PATIENCE));
        DigestInputStream digest = new DigestInputStream(chunks, sha256());
        Snapshot snapshot = Snapshot.read(digest);
        String sum = HexFormat.of().formatHex(digest.getMessageDigest().digest());
        if (!sum.equals(row.sha256())) {
            throw new IOException(
                    "Model " + name + " " + row.version() + " is not what was stored: its check sum differs");
        }
        return snapshot;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
