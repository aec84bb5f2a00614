package io.rapport.recommendation.session;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what {@link SnapshotWriter} wrote. */
final class SnapshotReader {
    private final DataInputStream in;

    SnapshotReader(InputStream below) throws IOException {
        in = new DataInputStream(new BlockInput(below));
        if (in.readLong() != SnapshotWriter.MAGIC) {
            throw new CorruptSnapshotException("this is no snapshot");
        }
        int version = in.readInt();
        if (version != SnapshotWriter.VERSION) {
            throw new CorruptSnapshotException(
                    "the snapshot has version " + version + ", and this reads version " + SnapshotWriter.VERSION);
        }
    }

    int readCount() throws IOException {
        int value = 0;
        int shift = 0;
        int next = in.readUnsignedByte();
        while (next >= 0x80) {
            value |= (next & 0x7F) << shift;
            shift += 7;
            next = in.readUnsignedByte();
        }
        return value | (next << shift);
    }

    int[] readCounts() throws IOException {
        int[] values = new int[readCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readCount();
        }
        return values;
    }

    long readLong() throws IOException {
        return in.readLong();
    }

    double readDouble() throws IOException {
        return in.readDouble();
    }

    float readFloat() throws IOException {
        return in.readFloat();
    }

    float[] readFloats() throws IOException {
        float[] values = new float[readCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    String readString() throws IOException {
        byte[] bytes = new byte[readCount()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void expectEnd() throws IOException {
        if (in.read() != -1) {
            throw new CorruptSnapshotException("the snapshot goes on after its end");
        }
    }
}
