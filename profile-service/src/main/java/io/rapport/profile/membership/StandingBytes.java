package io.rapport.profile.membership;

import io.rapport.profile.condition.time.EpochMicros;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A standing as bytes. Version 1: a byte 1; how many leaves, and of each its number, the length and the bytes of its state;
 * how many answers, and of each its number, a byte (1 it holds, 2 it has a next change) and the next change in microseconds
 * since 1970. Whole numbers but those are varints as in Protocol Buffers.
 */
final class StandingBytes {
    private static final int VERSION = 1;
    private static final int HOLDS = 1;
    private static final int CHANGES = 2;

    private StandingBytes() {}

    static byte[] write(Standing standing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            number(out, standing.leaves().size());
            for (Map.Entry<Integer, byte[]> leaf : standing.leaves().entrySet()) {
                number(out, leaf.getKey());
                number(out, leaf.getValue().length);
                out.write(leaf.getValue());
            }
            number(out, standing.answers().size());
            for (Map.Entry<Integer, Answer> answer : standing.answers().entrySet()) {
                number(out, answer.getKey());
                write(out, answer.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Answer answer) throws IOException {
        Instant next = answer.nextChange();
        out.writeByte((answer.holds() ? HOLDS : 0) | (next == null ? 0 : CHANGES));
        if (next != null) {
            out.writeLong(EpochMicros.of(next));
        }
    }

    static Standing read(long generation, Instant evaluatedAt, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IOException("Unknown version of a standing: " + version);
            }
            return new Standing(generation, evaluatedAt, leaves(in), answers(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<Integer, byte[]> leaves(DataInputStream in) throws IOException {
        SortedMap<Integer, byte[]> leaves = new TreeMap<>();
        for (int left = number(in); left > 0; left--) {
            int no = number(in);
            leaves.put(no, in.readNBytes(number(in)));
        }
        return leaves;
    }

    private static SortedMap<Integer, Answer> answers(DataInputStream in) throws IOException {
        SortedMap<Integer, Answer> answers = new TreeMap<>();
        for (int left = number(in); left > 0; left--) {
            int no = number(in);
            int flags = in.readUnsignedByte();
            Instant next = (flags & CHANGES) == 0 ? null : EpochMicros.instant(in.readLong());
            answers.put(no, new Answer((flags & HOLDS) != 0, next));
        }
        return answers;
    }

    private static void number(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int number(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("A number of a standing is too long");
    }
}
