package io.rapport.recommendation.session;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Cuts a stream into blocks that carry their check sum: length, payload, CRC-32C of the block's number and payload. A
 * block of length 0 ends the stream, so that a missing tail shows, as does a block that is missing, doubled or moved.
 */
final class BlockOutput extends OutputStream {
    static final int BLOCK = 1 << 16;

    private final DataOutputStream out;
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long number;

    BlockOutput(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    @Override
    public void write(int value) throws IOException {
        if (filled == BLOCK) {
            writeBlock();
        }
        block[filled++] = (byte) value;
    }

    /** Ends the stream of blocks; the stream below stays open. */
    @Override
    public void close() throws IOException {
        if (filled > 0) {
            writeBlock();
        }
        writeBlock();
        out.flush();
    }

    private void writeBlock() throws IOException {
        out.writeInt(filled);
        out.write(block, 0, filled);
        out.writeInt(BlockSum.of(number++, block, filled));
        filled = 0;
    }
}
