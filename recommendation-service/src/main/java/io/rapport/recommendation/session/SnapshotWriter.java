package io.rapport.recommendation.session;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers compactly (LEB128 for whole ones) into blocks with check sums, behind a header that names the version. */
final class SnapshotWriter implements Closeable {
    static final long MAGIC = 0x5261_7070_6F72_744DL; // "RapportM"
    static final int VERSION = 1;

    private final DataOutputStream out;

    SnapshotWriter(OutputStream below) throws IOException {
        out = new DataOutputStream(new BlockOutput(below));
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
    }

    /** A count or an item: small and not negative. */
    void writeCount(int value) throws IOException {
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    void writeCounts(int[] values) throws IOException {
        writeCount(values.length);
        for (int value : values) {
            writeCount(value);
        }
    }

    void writeLong(long value) throws IOException {
        out.writeLong(value);
    }

    void writeDouble(double value) throws IOException {
        out.writeDouble(value);
    }

    void writeFloat(float value) throws IOException {
        out.writeFloat(value);
    }

    void writeFloats(float[] values) throws IOException {
        writeCount(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    void writeString(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        writeCount(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
