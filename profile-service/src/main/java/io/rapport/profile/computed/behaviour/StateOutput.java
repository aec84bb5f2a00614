package io.rapport.profile.computed.behaviour;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Whole numbers as zigzag varints (as in Protocol Buffers); a text in full the first time, and as its number after that. */
final class StateOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> texts = new HashMap<>();

    void number(long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /** Eight bytes, for hashes: their varints would be longer. */
    void hash(long value) throws IOException {
        out.writeLong(value);
    }

    void text(String text) throws IOException {
        Integer known = texts.putIfAbsent(text, texts.size());
        number(known == null ? texts.size() - 1 : known);
        if (known == null) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            out.write(utf8);
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
