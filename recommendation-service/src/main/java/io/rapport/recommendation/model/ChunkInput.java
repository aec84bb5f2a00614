package io.rapport.recommendation.model;

import java.io.InputStream;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads chunks as one stream, fetching each when it is needed; null ends it. */
final class ChunkInput extends InputStream {
    private final IntFunction<byte @Nullable []> chunks;
    private byte @Nullable [] chunk = {};
    private int at;
    private int part;

    ChunkInput(IntFunction<byte @Nullable []> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return ready() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int taken = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, taken);
        at += taken;
        return taken;
    }

    private boolean ready() {
        while (chunk != null && at == chunk.length) {
            chunk = chunks.apply(part++);
            at = 0;
        }
        return chunk != null;
    }
}
