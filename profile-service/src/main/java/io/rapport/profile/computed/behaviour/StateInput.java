package io.rapport.profile.computed.behaviour;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link StateOutput} wrote. */
final class StateInput {
    private static final int LONGEST_UTF8 = 4 * Texts.LONGEST;

    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    StateInput(byte[] bytes) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("A number of a state is too long");
    }

    int size() throws IOException {
        return (int) number();
    }

    long hash() throws IOException {
        return in.readLong();
    }

    String text() throws IOException {
        int place = (int) number();
        if (place < 0 || place > texts.size()) {
            throw new IOException("A state has no text " + place);
        }
        if (place == texts.size()) {
            texts.add(utf8(number()));
        }
        return texts.get(place);
    }

    private String utf8(long length) throws IOException {
        if (length < 0 || length > LONGEST_UTF8) {
            throw new IOException("A text of a state has " + length + " bytes");
        }
        byte[] utf8 = in.readNBytes((int) length);
        if (utf8.length < length) {
            throw new EOFException("A state ends within a text");
        }
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
