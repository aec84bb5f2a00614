package io.rapport.recommendation.session;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what {@link BlockOutput} wrote; no byte is handed out before its block's check sum held. */
final class BlockInput extends InputStream {
    private final DataInputStream in;
    private final byte[] block = new byte[BlockOutput.BLOCK];
    private int filled;
    private int at;
    private long number;
    private boolean ended;

    BlockInput(InputStream in) {
        this.in = new DataInputStream(in);
    }

    @Override
    public int read() throws IOException {
        if (at == filled && !ended) {
            readBlock();
        }
        return ended ? -1 : block[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at == filled && !ended) {
            readBlock();
        }
        if (ended) {
            return -1;
        }
        int copied = Math.min(length, filled - at);
        System.arraycopy(block, at, target, offset, copied);
        at += copied;
        return copied;
    }

    private void readBlock() throws IOException {
        try {
            filled = in.readInt();
            require(filled >= 0 && filled <= block.length);
            in.readFully(block, 0, filled);
            require(in.readInt() == BlockSum.of(number, block, filled));
        } catch (EOFException cut) {
            throw new CorruptSnapshotException("the snapshot ends in block " + number);
        }
        number++;
        at = 0;
        ended = filled == 0;
    }

    private void require(boolean holds) throws IOException {
        if (!holds) {
            throw new CorruptSnapshotException("the check sum of block " + number + " is wrong");
        }
    }
}
