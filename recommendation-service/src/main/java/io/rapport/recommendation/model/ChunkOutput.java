package io.rapport.recommendation.model;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/** Hands on what is written to it in chunks of one size, numbered from 0, the last shorter. */
final class ChunkOutput extends OutputStream {
    static final int CHUNK = 1024 * 1024;

    private final ObjIntConsumer<byte[]> chunks;
    private final byte[] buffer = new byte[CHUNK];
    private int filled;
    private int part;
    private long written;

    ChunkOutput(ObjIntConsumer<byte[]> chunks) {
        this.chunks = chunks;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, CHUNK - filled);
            System.arraycopy(bytes, from, buffer, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
            if (filled == CHUNK) {
                handOn();
            }
        }
        written += length;
    }

    /** How many bytes there were. */
    long written() {
        return written;
    }

    @Override
    public void close() {
        if (filled > 0) {
            handOn();
        }
    }

    private void handOn() {
        chunks.accept(Arrays.copyOf(buffer, filled), part++);
        filled = 0;
    }
}
