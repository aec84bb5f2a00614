package io.rapport.profile.condition.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state as bytes, the same for equal states. Version 1: a byte 1, the totals, the lost time, and the marks; whole numbers
 * as zigzag varints (as in Protocol Buffers), times as the difference from the one before, texts with their length.
 */
public final class StateBytes {
    private static final int VERSION = 1;

    private StateBytes() {}

    public static byte[] write(LeafState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(state, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(LeafState state, DataOutputStream out) throws IOException {
        out.writeByte(VERSION);
        Totals totals = state.totals();
        number(out, totals.count());
        decimal(out, totals.sum());
        decimal(out, totals.lowest());
        decimal(out, totals.highest());
        out.writeBoolean(state.lost() != null);
        if (state.lost() != null) {
            number(out, state.lost());
        }
        number(out, state.marks().size());
        long before = 0;
        for (Mark mark : state.marks()) {
            number(out, mark.micros() - before);
            out.writeUTF(mark.datum());
            before = mark.micros();
        }
    }

    /** The state in these bytes; bytes of another version or none are an {@link UncheckedIOException}. */
    public static LeafState read(byte[] bytes) {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LeafState read(DataInputStream in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("Unknown version of a leaf's state: " + version);
        }
        long count = number(in);
        BigDecimal sum = decimal(in);
        Totals totals = new Totals(count, sum == null ? BigDecimal.ZERO : sum, decimal(in), decimal(in));
        Long lost = in.readBoolean() ? number(in) : null;
        long size = number(in);
        List<Mark> marks = new ArrayList<>();
        long before = 0;
        for (long i = 0; i < size; i++) {
            before += number(in);
            marks.add(new Mark(before, in.readUTF()));
        }
        return new LeafState(totals, marks, lost);
    }

    private static void decimal(DataOutputStream out, @Nullable BigDecimal value) throws IOException {
        out.writeUTF(value == null ? "" : value.toString());
    }

    private static @Nullable BigDecimal decimal(DataInputStream in) throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long number(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("A number of a leaf's state is too long");
    }
}
